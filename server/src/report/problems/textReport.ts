import type { Severity } from '../../checks/check.ts';
import { SEVERITIES } from '../../checks/check.ts';
import { printable, printableSource } from '../../syntax/shown/printable.ts';
import type { Excerpt, Report, ReportedProblem, ReportNotes } from '../report.ts';
import { NO_NOTES } from '../report.ts';

/** The lines of the files in a report. */
export type SourceLines = (file: string) => readonly string[];

const COLOURS: Readonly<Record<Severity | 'dim' | 'bold', string>> = {
  error: '31',
  warning: '33',
  info: '36',
  hint: '90',
  dim: '90',
  bold: '1',
};

/** Longer lines are cut around the problem, so that a minified policy does not flood the terminal. */
const WIDTH_LIMIT = 160;

type Paint = (style: keyof typeof COLOURS, text: string) => string;

/**
 * The report for people: each problem with its line and carets, then the notes and a summary; only the problems when
 * `notes` is null.
 */
export function printTextReport(
  report: Report,
  lines: SourceLines,
  colours: boolean,
  notes: ReportNotes | null = NO_NOTES,
): string {
  const paint = painter(colours);
  const problems = report.problems.map((problem) => printProblem(problem, lines, paint));
  return [...problems, ...printEnd(report, notes)].join('\n\n');
}

/** The notes and the counts, one line each; nothing when `notes` is null. */
export function printEnd(report: Report, notes: ReportNotes | null): string[] {
  if (notes === null) return [];
  const lines = [...notes.onShown.map(printable), printSummary(report), ...notes.onHidden.map(printable)];
  return [lines.join('\n')];
}

export function painter(colours: boolean): Paint {
  return (style, text) => (colours ? `\u001b[${COLOURS[style]}m${text}\u001b[0m` : text);
}

function printProblem(problem: ReportedProblem, lines: SourceLines, paint: Paint): string {
  const { file, range, severity, rule, message, related, fixable } = problem;
  const mark = fixable ? ` ${paint('info', '[*]')}` : '';
  const head = `${paint('bold', position(file, range))} ${paint(severity, severity)} ${rule}${mark}`;
  const excerpt =
    problem.excerpt === undefined
      ? printExcerpt(lines(file)[range.start.line] ?? '', problem, paint)
      : printLayout(problem.excerpt, severity, paint);
  const others = related.map(
    (other) => `  ${paint('dim', `${position(other.file, other.range)}: ${printable(other.message)}`)}`,
  );
  return [head, `  ${printable(message)}`, ...excerpt, ...others].join('\n');
}

function printExcerpt(line: string, { range, severity }: ReportedProblem, paint: Paint): string[] {
  const from = line.length > WIDTH_LIMIT ? Math.max(0, range.start.character - WIDTH_LIMIT / 2) : 0;
  const shown = line.slice(from, from + WIDTH_LIMIT);
  const end = range.end.line === range.start.line ? range.end.character : line.length;
  const width = Math.max(1, Math.min(end, from + WIDTH_LIMIT) - range.start.character);
  const number = String(range.start.line + 1);
  const margin = ' '.repeat(number.length);
  const indent = shown.slice(0, range.start.character - from).replaceAll(/[^\t]/g, ' ');
  return [
    `  ${paint('dim', `${number} |`)} ${printableSource(shown)}`,
    `  ${paint('dim', `${margin} |`)} ${indent}${paint(severity, '^'.repeat(width))}`,
  ];
}

/** Lines that the file itself has on one line, without numbers. */
function printLayout({ lines, marked, character, width }: Excerpt, severity: Severity, paint: Paint): string[] {
  const margin = paint('dim', '|');
  return lines.flatMap((line, index) => {
    const shown = `  ${margin} ${printableSource(line.slice(0, WIDTH_LIMIT))}`;
    if (index !== marked) return [shown];
    const start = Math.min(character, WIDTH_LIMIT);
    const carets = '^'.repeat(Math.max(1, Math.min(width, WIDTH_LIMIT - start)));
    return [shown, `  ${margin} ${' '.repeat(start)}${paint(severity, carets)}`];
  });
}

function position(file: string, { start }: ReportedProblem['range']): string {
  return `${printable(file)}:${start.line + 1}:${start.character + 1}`;
}

/** The counts in one line. */
export function printSummary({ summary, unread, readInPart }: Report): string {
  const found = SEVERITIES.filter((severity) => isSerious(severity) || summary[severity] > 0).map((severity) =>
    countOf(severity, summary[severity]),
  );
  const repositories = count(summary.repositories, 'repository', 'repositories');
  const policies = count(summary.policies, 'lifecycle policy', 'lifecycle policies');
  const access =
    summary.accessPolicies === 0 ? '' : `, ${count(summary.accessPolicies, 'access policy', 'access policies')}`;
  const notRead = unread.length === 0 ? '' : `; ${count(unread.length, 'file')} not read`;
  const inPart = readInPart.length === 0 ? '' : `; ${count(readInPart.length, 'file')} read in part`;
  const rest = notRead + inPart;
  return `${found.join(', ')} in ${count(summary.files, 'file')} (${repositories}, ${policies}${access})${rest}`;
}

/** A number of problems of one severity, by the name that the options know: "2 warnings", "3 info". */
export function countOf(severity: Severity, number: number): string {
  return severity === 'info' ? `${number} info` : count(number, severity);
}

function isSerious(severity: Severity): boolean {
  return severity === 'error' || severity === 'warning';
}

function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}
