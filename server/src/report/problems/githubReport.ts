import type { Severity } from '../../checks/check.ts';
import { printable, printableSource } from '../../syntax/shown/printable.ts';
import type { Report, ReportedProblem, ReportNotes } from '../report.ts';
import { NO_NOTES } from '../report.ts';
import { printSummary } from './textReport.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/**
 * The report as workflow commands of GitHub Actions, which become annotations, with a summary and notes for the log;
 * only the commands when `notes` is null.
 */
export function printGithubReport(report: Report, notes: ReportNotes | null = NO_NOTES): string {
  const rest = notes === null ? [] : [printSummary(report), ...[...notes.onShown, ...notes.onHidden].map(printable)];
  return [...report.problems.map(printCommand), ...rest].join('\n');
}

function printCommand({ file, range: { start, end }, severity, rule, message }: ReportedProblem): string {
  const properties: [string, string | number][] = [
    ['file', file],
    ['line', start.line + 1],
    ['endLine', end.line + 1],
  ];
  // Columns over several lines are rejected. The last column is that of the last character.
  if (start.line === end.line) {
    properties.push(['col', start.character + 1], ['endColumn', Math.max(end.character, start.character + 1)]);
  }
  properties.push(['title', rule]);
  const written = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[severity]} ${written.join(',')}::${escapeData(message)}`;
}

/** In the runner's format: https://github.com/actions/toolkit, packages/core/src/command.ts. */
function escapeData(text: string): string {
  return printableSource(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
