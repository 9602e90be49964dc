import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import { runMocha } from './report.ts';

/** The files of each suite; importing them registers their tests with mocha. */
const SUITES: Readonly<Record<string, () => Promise<unknown>>> = {
  async alone() {
    await import('./alone.test.ts');
    await import('./manners.test.ts');
    await import('./refactorings.test.ts');
    await import('./restarts.test.ts');
    await import('./walkthrough.test.ts');
    await import('./repositories.test.ts');
    await import('./newModule.test.ts');
    await import('./reviewPlan.test.ts');
    await import('./languageModelTools.test.ts');
    await import('./access.test.ts');
    await import('./installedModules.test.ts');
    await import('./foldersOverTime.test.ts');
  },
  async beside() {
    await import('./beside.test.ts');
    await import('./manners.test.ts');
  },
  actions: () => import('./actions.test.ts'),
  restricted: () => import('./restricted.test.ts'),
};

/** Entry of the extension host: runs the suite that the driver chose and writes its report. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: 240_000, color: false });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await SUITES[process.env['TERRAFORM_ECR_SUITE'] ?? '']?.();
  const path = process.env['TERRAFORM_ECR_REPORT'] ?? 'report.json';
  const report = await runMocha(mocha, (ended) => writeFileSync(`${path}.progress`, ended));
  writeFileSync(path, JSON.stringify(report));
}
