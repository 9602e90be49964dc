import { cwd, env } from 'node:process';
import { localPages } from '../files/localPages.ts';
import { reasonOf } from '../files/nodeFiles.ts';
import { ProblemFinder } from '../problems/problemFinder.ts';
import { fixFiles } from './fix.ts';
import { load } from './load.ts';
import { makeReport, visibleReport } from './makeReport.ts';
import type { CheckOptions, ReportFormat } from './options.ts';
import type { Output } from './output.ts';
import { printReport } from './printReport.ts';

/** Runs `check` and answers its exit status: 0 clean, 1 problems, 2 something could not be read or checked. */
export async function runCheck(options: CheckOptions, output: Output): Promise<number> {
  let hasFailed = false;
  const fail = (message: string) => {
    output.error(message);
    hasFailed = true;
  };
  const { workspace, wanted } = await load(options, output, fail);
  const finder = new ProblemFinder((ruleId, error) => fail(`rule ${ruleId} failed: ${reasonOf(error)}`));
  const modules = workspace.modules.filter(({ uris }) => uris.some((uri) => wanted.has(uri)));
  const settings = { rules: options.rules, syntaxReportedElsewhere: false };
  if (options.fixes) fixFiles({ workspace, modules, wanted, finder, settings, output, fail });
  const all = makeReport({
    modules,
    finder,
    wanted,
    settings,
    pages: localPages(),
    base: reportBase(options.format),
    withFixes: options.format === 'sarif',
  });
  const report = visibleReport(all, options.minSeverity);
  output.print(printReport(report, options.format, modules, output.hasColours));
  const { error, warning } = all.summary;
  const hasTooMany = options.maxWarnings !== null && warning > options.maxWarnings;
  if (hasTooMany) {
    const found = warning === 1 ? 'is 1 warning' : `are ${warning} warnings`;
    output.error(`there ${found}, more than --max-warnings ${options.maxWarnings}`);
  }
  if (hasFailed) return 2;
  return error > 0 || hasTooMany ? 1 : 0;
}

/** Annotations of a workflow and uploaded logs name files from the repository's root, wherever the command runs. */
function reportBase(format: ReportFormat): string {
  const root = env['GITHUB_WORKSPACE'] ?? '';
  return root !== '' && (format === 'github' || format === 'sarif') ? root : cwd();
}
