import 'mocha/mocha.js';
import { runMocha } from './report.ts';
import { writeFile } from './support.ts';

/** Where the driver finds the report: a browser's extension host has no files except those of the workspace. */
const REPORT = 'report.json';

/** Entry of the web extension host. */
export async function run(): Promise<void> {
  // Progress output is dropped; the report contains everything.
  class Silent {}
  mocha.setup({ ui: 'tdd', timeout: 240_000, reporter: Silent as never });
  await import('./web.test.ts');
  await writeFile(REPORT, JSON.stringify(await runMocha(mocha, (ended) => writeFile(`${REPORT}.progress`, ended))));
}
