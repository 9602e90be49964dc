import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/** What the driver reads when the run has ended. */
interface Report {
  readonly passed: number;
  readonly failures: readonly { readonly title: string; readonly error: string }[];
}

/** Entry of the extension host: runs the suite that the driver chose and writes its report. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: 90_000, color: false });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  if (process.env['TERRAFORM_ECR_SUITE'] === 'beside') await import('./beside.test.ts');
  else {
    await import('./alone.test.ts');
    await import('./restarts.test.ts');
    await import('./walkthrough.test.ts');
  }
  const failures: { title: string; error: string }[] = [];
  let passed = 0;
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve())
      .on('pass', () => {
        passed += 1;
      })
      .on('fail', (test, error: unknown) => {
        failures.push({
          title: test.fullTitle(),
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        });
      });
  });
  const report: Report = { passed, failures };
  writeFileSync(process.env['TERRAFORM_ECR_REPORT'] ?? 'report.json', JSON.stringify(report));
}
