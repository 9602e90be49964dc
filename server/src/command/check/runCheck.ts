import { cwd, env } from 'node:process';
import { localPages } from '../../files/localPages.ts';
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
import { printReport } from './printReport.ts';
import { fixFiles } from './writeFixes.ts';

/** Runs `check` and answers its exit status: 0 clean, 1 problems, 2 something could not be read or checked. */
export async function runCheck(options: CheckOptions, output: Output): Promise<number> {
  let hasFailed = false;
  const fail = (message: string) => {
    output.error(message);
    hasFailed = true;
  };
  const known = options.baseline?.mode === 'read' ? Baseline.read(options.baseline.path) : null;
  const loaded = await load(options, output, fail);
  const { workspace, wanted, setAside, given, folders, reach } = loaded;
  const finder = new ProblemFinder((ruleId, error) => fail(`rule ${ruleId} failed: ${reasonOf(error)}`));
  const settings = { rules: {}, overrides: options.rules, companionReports: false };
  const { format } = options;
  const withFixes = format === 'sarif';
  const supply = supplyFrom(reach);
  const context = new ServiceContext(workspace, finder, supply);
  if (options.fixes) fixFiles({ ...loaded, context, settings, output, fail });
  const base = reportBase(format);
  const read = { context, wanted, setAside, folders, given, supply, reach };
  const request = { ...read, settings, pages: localPages(), base, withFixes };
  const all =
    options.baseline?.mode === 'write'
      ? writeBaseline(request, options, options.baseline.path, output, fail)
      : reportUnknown(request, known, loaded, output);
  // Nothing was looked at, which is no clean report.
  if (hasFailed && all.summary.files === 0) return 2;
  output.print(printReport(visibleReport(all, options.minSeverity), format, workspace, output.hasColours));
  // The JSON lists them itself.
  if (format !== 'json') tellUnread(all, output);
  const hasTooMany = tellTooManyWarnings(all, options.maxWarnings, output);
  if (hasFailed) return 2;
  return all.summary.error > 0 || hasTooMany ? 1 : 0;
}

type BaseRequest = Omit<ReportRequest, 'isKnown'>;

/** The report without the known problems; tells what of the baseline is no longer needed. */
function reportUnknown(request: BaseRequest, known: Baseline | null, loaded: Loaded, output: Output): Report {
  if (known === null) return makeReport({ ...request, isKnown: () => false });
  const report = makeReport({ ...request, isKnown: (placed, text) => known.take(placed, text) });
  const files = new Set([...loaded.wanted, ...loaded.given.map(({ file }) => file)]);
  const isChecked = (uri: string) => files.has(uri) || loaded.folders.some((folder) => uri.startsWith(folder));
  for (const leftover of known.leftovers(isChecked)) output.error(leftover);
  return report;
}

/** Writes down what would be printed; the report holds the rest. */
function writeBaseline(
  request: BaseRequest,
  { minSeverity }: CheckOptions,
  path: string,
  output: Output,
  fail: (message: string) => void,
): Report {
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
  if (reason === null) output.error(`wrote ${count} ${count === 1 ? 'problem' : 'problems'} to ${path}`);
  else fail(`${path} cannot be written: ${reason}`);
  return report;
}

/** More unread files than these are counted. */
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

/** Annotations of a workflow and uploaded logs name files from the repository's root, wherever the command runs. */
function reportBase(format: ReportFormat): string {
  const root = env['GITHUB_WORKSPACE'] ?? '';
  return root !== '' && (format === 'github' || format === 'sarif') ? root : cwd();
}
