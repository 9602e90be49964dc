import { reasonOf } from '../files/nodeFiles.ts';
import { ProblemFinder } from '../problems/problemFinder.ts';
import { modulesOf } from '../report/makeReport.ts';
import { relativePath } from '../report/reportPlaces.ts';
import type { RepositoryRow } from '../report/repositories/makeList.ts';
import { makeList } from '../report/repositories/makeList.ts';
import type { ListFormat } from '../report/repositories/printList.ts';
import { LIST_FORMATS, printList } from '../report/repositories/printList.ts';
import { ServiceContext } from '../service/context.ts';
import { append } from '../syntax/arrays.ts';
import { load } from './load.ts';
import type { CheckOptions } from './options.ts';
import { oneOf, readCheckOptions } from './options.ts';
import type { Output } from './output.ts';
import { supplyFrom } from './supply.ts';
import { parse } from './table/parseWords.ts';
import { LIST } from './table/policyCommands.ts';

export interface ListOptions {
  readonly format: ListFormat;
  /** What is read. */
  readonly reading: CheckOptions;
}

/** Reads the arguments of `list`. */
export function readListOptions(words: readonly string[]): ListOptions {
  const { values, positionals } = parse(words, LIST);
  const format = oneOf('--format', String(values['format']), LIST_FORMATS);
  return { format, reading: readCheckOptions(['--', ...positionals]) };
}

/** Runs `list`: the repositories of files and folders at a glance; 2 when something could not be read. */
export async function runList({ format, reading }: ListOptions, output: Output): Promise<number> {
  let hasFailed = false;
  const fail = (message: string) => {
    output.error(message);
    hasFailed = true;
  };
  const { workspace, wanted, reach } = await load(reading, output, fail);
  const finder = new ProblemFinder((ruleId, error) => fail(`rule ${ruleId} failed: ${reasonOf(error)}`));
  const context = new ServiceContext(workspace, finder, supplyFrom(reach, workspace));
  const settings = { rules: {}, overrides: {}, companionReports: false };
  const rows: RepositoryRow[] = [];
  for (const module of modulesOf(workspace, wanted)) {
    // Finding the problems also reads the files that the module refers to, which the list then knows.
    context.problemsOfModule(module, settings);
    append(rows, makeList(module, wanted, context, settings));
  }
  if (hasFailed && wanted.size === 0) return 2;
  output.print(printList(rows, format));
  for (const [uri, because] of reach.unread) output.error(`${relativePath(uri)} is not read: ${because}`);
  return hasFailed ? 2 : 0;
}
