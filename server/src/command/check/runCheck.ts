import { cwd, env } from 'node:process';
import { pageInReport } from '../../facts/product/documentationPages.ts';
import { reasonOf } from '../../files/nodeFiles.ts';
import { ProblemFinder } from '../../problems/problemFinder.ts';
import type { ReportRequest } from '../../report/makeReport.ts';
import { isVisible, makeReport, visibleReport } from '../../report/makeReport.ts';
import type { Report } from '../../report/report.ts';
import { ServiceContext } from '../../service/context.ts';
import type { Loaded } from '../load.ts';
import { load } from '../load.ts';
import type { CheckOptions, ReportFormat } from '../options.ts';
import type { Output } from '../output.ts';
import { supplyFrom } from '../supply.ts';
import { Baseline } from './baseline.ts';
import { notesOn } from './notes.ts';
import { printReport } from './printReport.ts';
import { showFixes } from './showFixes.ts';
import type { FixRequest } from './writeFixes.ts';
import { fixFiles, writeToDisk } from './writeFixes.ts';

/** Runs `check` and returns its exit status: 0 clean, 1 problems, 2 something could not be read or checked. */
export async function runCheck(options: CheckOptions, output: Output): Promise<number> {
  let hasFailed = false;
  const fail = (message: string) => {
    output.error(message);
    hasFailed = true;
  };
  // What is printed besides problems and failures.
  const tell = options.quiet ? () => undefined : output.error;
  const known = options.baseline?.mode === 'read' ? Baseline.read(options.baseline.path) : null;
  const loaded = await load(options, output, fail);
  const finder = new ProblemFinder((ruleId, error) => fail(`rule ${ruleId} failed: ${reasonOf(error)}`));
  const settings = { rules: {}, overrides: options.rules, companionReports: false };
  const supply = supplyFrom(loaded.reach, loaded.workspace);
  const context = new ServiceContext(loaded.workspace, finder, supply);
  const fixing: FixRequest = { ...loaded, context, settings, tell, fail, write: writeToDisk };
  if (options.fixes === 'show') {
    const isChanged = showFixes(fixing, output);
    return hasFailed ? 2 : Number(isChanged);
  }
  if (options.fixes === 'write') fixFiles(fixing);
  const request = { ...requestOf(options, loaded, output), context, settings, supply };
  const run = { request, options, loaded, tell, fail };
  const { report: all, knownCount } =
    options.baseline?.mode === 'write' ? writeBaseline(run, options.baseline.path) : reportUnknown(run, known);
  output.progress('');
  // Nothing was checked, so the run must not count as clean.
  if (hasFailed && all.summary.files === 0) return 2;
  const shown = visibleReport(all, options.minSeverity);
  const notes = options.quiet ? null : notesOn({ all, shown, knownCount });
  const text = printReport(shown, options, { notes, workspace: loaded.workspace, colours: output.hasColours });
  if (text !== '') output.print(text);
  // The JSON lists them itself.
  if (options.format !== 'json') tellUnread(all, output);
  const hasTooMany = tellTooManyWarnings(all, options.maxWarnings, output);
  if (hasFailed) return 2;
  return all.summary.error > 0 || hasTooMany ? 1 : 0;
}

/** What the options request of a report. */
function requestOf({ format }: CheckOptions, loaded: Loaded, output: Output) {
  return {
    ...loaded,
    pageOf: (ruleId: string) => pageInReport(ruleId),
    base: reportBase(format),
    withFixes: format === 'sarif',
    progress: (done: number, all: number) => output.progress(`checked ${done} of ${all} modules`),
  };
}

/** What a run needs for its report. */
interface ReportRun {
  readonly request: Omit<ReportRequest, 'isKnown'>;
  readonly options: CheckOptions;
  readonly loaded: Loaded;
  readonly tell: (message: string) => void;
  readonly fail: (message: string) => void;
}

/** A report, and the number of problems that it leaves out because a baseline lists them. */
interface Found {
  readonly report: Report;
  readonly knownCount: number;
}

/** The report without the known problems, and the baseline entries that no longer match. */
function reportUnknown({ request, loaded, tell }: ReportRun, known: Baseline | null): Found {
  if (known === null) return { report: makeReport({ ...request, isKnown: () => false }), knownCount: 0 };
  let knownCount = 0;
  const report = makeReport({
    ...request,
    isKnown(placed, text) {
      const isTaken = known.take(placed, text);
      if (isTaken) knownCount += 1;
      return isTaken;
    },
  });
  const files = new Set([...loaded.wanted, ...loaded.given.map(({ file }) => file)]);
  const isChecked = (uri: string) => files.has(uri) || loaded.folders.some((folder) => uri.startsWith(folder));
  for (const leftover of known.leftovers(isChecked)) tell(leftover);
  return { report, knownCount };
}

/** Writes a baseline of everything that would be printed; the report keeps the rest. */
function writeBaseline({ request, options: { minSeverity }, tell, fail }: ReportRun, path: string): Found {
  const baseline = new Baseline(path);
  let count = 0;
  const report = makeReport({
    ...request,
    isKnown(placed, text) {
      if (!isVisible(placed.problem.severity, minSeverity)) return false;
      baseline.add(placed, text);
      count += 1;
      return true;
    },
  });
  const reason = baseline.write();
  if (reason === null) tell(`wrote ${count} ${count === 1 ? 'problem' : 'problems'} to ${path}`);
  else fail(`${path} cannot be written: ${reason}`);
  return { report, knownCount: 0 };
}

/** Beyond this number, unread files are only counted. */
const TOLD_UNREAD = 20;

function tellUnread({ unread, readInPart }: Report, output: Output): void {
  for (const { file, because } of readInPart.slice(0, TOLD_UNREAD)) output.error(`${file} is read in part: ${because}`);
  for (const { file, because } of unread.slice(0, TOLD_UNREAD)) output.error(`${file} is not read: ${because}`);
  const rest = unread.length - TOLD_UNREAD;
  if (rest > 0) output.error(`${rest} further files are not read; --format json lists all`);
}

function tellTooManyWarnings({ summary: { warning } }: Report, maxWarnings: number | null, output: Output): boolean {
  if (maxWarnings === null || warning <= maxWarnings) return false;
  const found = warning === 1 ? 'is 1 warning' : `are ${warning} warnings`;
  output.error(`there ${found}, more than --max-warnings ${maxWarnings}`);
  return true;
}

/** The variables with which build servers name the checked-out repository, for the formats that they read. */
const ROOTS: Partial<Record<ReportFormat, string>> = {
  github: 'GITHUB_WORKSPACE',
  sarif: 'GITHUB_WORKSPACE',
  gitlab: 'CI_PROJECT_DIR',
};

/** A build server shows files relative to the repository's root, wherever the command runs. */
function reportBase(format: ReportFormat): string {
  const root = env[ROOTS[format] ?? ''] ?? '';
  return root === '' ? cwd() : root;
}
