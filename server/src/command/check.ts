import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { localPages } from '../files/localPages.ts';
import { reasonOf } from '../files/nodeFiles.ts';
import type { Module } from '../module/module.ts';
import { ProblemFinder } from '../problems/problemFinder.ts';
import { printJsonReport } from '../report/json.ts';
import { printTextReport } from '../report/text.ts';
import { fixFiles } from './fix.ts';
import { load } from './load.ts';
import { makeReport, visibleReport } from './makeReport.ts';
import type { CheckOptions } from './options.ts';
import type { Output } from './output.ts';

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
  const all = makeReport({ modules, finder, wanted, settings, pages: localPages() });
  const report = visibleReport(all, options.minSeverity);
  output.print(
    options.format === 'json'
      ? printJsonReport(report)
      : printTextReport(report, (file) => linesOf(modules, file), output.hasColours),
  );
  const { error, warning } = all.summary;
  const hasTooMany = options.maxWarnings !== null && warning > options.maxWarnings;
  if (hasTooMany) {
    const found = warning === 1 ? 'is 1 warning' : `are ${warning} warnings`;
    output.error(`there ${found}, more than --max-warnings ${options.maxWarnings}`);
  }
  if (hasFailed) return 2;
  return error > 0 || hasTooMany ? 1 : 0;
}

function linesOf(modules: readonly Module[], file: string): string[] {
  const uri = pathToFileURL(resolve(file)).href;
  const text = modules.map((module) => module.file(uri)).find((found) => found !== undefined)?.syntax.text ?? '';
  return text.split(/\r?\n/);
}
