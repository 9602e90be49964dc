import { SEVERITIES } from '../../checks/check.ts';
import { countOf } from '../../report/problems/textReport.ts';
import type { Report, ReportNotes } from '../../report/report.ts';
import { printCount } from '../../simulate/amounts.ts';

/** The complete report, the part that is shown, and the number of problems that a baseline hides. */
export interface ShownReport {
  readonly all: Report;
  readonly shown: Report;
  readonly knownCount: number;
}

/** Remarks for a reader of the shown problems. */
export function notesOn({ all, shown, knownCount }: ShownReport): ReportNotes {
  const fixable = shown.problems.filter((problem) => problem.fixable).length;
  const [first] = shown.problems;
  const hidden = SEVERITIES.filter((severity) => all.summary[severity] > shown.summary[severity]);
  const counts = hidden.map((severity) => countOf(severity, all.summary[severity]));
  const mildest = hidden.at(-1);
  return {
    onShown: [
      ...(fixable === 0 ? [] : [`[*] ${printCount(fixable, 'problem is', 'problems are')} fixable with --fix.`]),
      ...(first?.url.startsWith('terraform-ecr ') ? [`A rule is explained by ${first.url}`] : []),
    ],
    onHidden: [
      ...(knownCount === 0 ? [] : [`${printCount(knownCount, 'problem')} of the baseline left out.`]),
      ...(mildest === undefined ? [] : [`Not shown: ${counts.join(', ')} (--min-severity ${mildest}).`]),
    ],
  };
}
