import type { Severity } from '../../checks/check.ts';
import { SEVERITIES } from '../../checks/check.ts';
import { printableJson } from '../../syntax/shown/printable.ts';
import { printColumns } from '../columns.ts';
import type { Report, ReportNotes } from '../report.ts';
import { painter, printEnd } from './textReport.ts';

/** How often a rule reports with one severity, and how often `--fix` fixes it. */
interface RuleCount {
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
  readonly fixable: number;
}

/** The counts of a report's rules for people, the most frequent first; then the notes and a summary. */
export function printTextStatistics(report: Report, colours: boolean, notes: ReportNotes | null): string {
  const paint = painter(colours);
  const counts = ruleCounts(report);
  const lines = printColumns(
    counts.map(({ rule, severity, count, fixable }) => [
      String(count),
      severity,
      rule,
      fixable === 0 ? '' : `[*] ${fixable} fixable`,
    ]),
  );
  const painted = lines.map((line, index) => {
    const severity = counts[index]?.severity;
    return severity === undefined ? line : line.replace(severity, paint(severity, severity));
  });
  return [...(painted.length === 0 ? [] : [painted.join('\n')]), ...printEnd(report, notes)].join('\n\n');
}

/** The same as JSON, with the summary of a report. */
export function printJsonStatistics(report: Report): string {
  return printableJson({ version: 1, statistics: ruleCounts(report), summary: report.summary }, 1);
}

function ruleCounts({ problems }: Report): readonly RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const { rule, severity, fixable } of problems) {
    const key = `${severity} ${rule}`;
    const known = counts.get(key) ?? { rule, severity, count: 0, fixable: 0 };
    counts.set(key, { ...known, count: known.count + 1, fixable: known.fixable + Number(fixable) });
  }
  return [...counts.values()].sort(
    (one, other) =>
      other.count - one.count ||
      SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
      (one.rule < other.rule ? -1 : 1),
  );
}
