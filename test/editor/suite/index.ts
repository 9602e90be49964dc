import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import { runMocha } from './report.ts';

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
  const report = await runMocha(mocha);
  writeFileSync(process.env['TERRAFORM_ECR_REPORT'] ?? 'report.json', JSON.stringify(report));
}
