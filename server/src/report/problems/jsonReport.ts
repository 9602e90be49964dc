import { printableJson } from '../../syntax/shown/printable.ts';
import type { Report, ReportedProblem } from '../report.ts';

/** The report as JSON, version 1 of its contract. */
export function printJsonReport({ problems, unread: whole, readInPart, summary }: Report): string {
  const parts = readInPart.map(({ file, because }) => ({ file, because: `it is read in part: ${because}` }));
  const unread = [...whole, ...parts];
  return printableJson({ version: 1, problems: problems.map(withoutFixes), unread, summary }, 1);
}

/** The contract says whether a problem is fixable, not how. */
function withoutFixes({
  fixes: _fixes,
  excerpt: _excerpt,
  ...problem
}: ReportedProblem): Omit<ReportedProblem, 'fixes' | 'excerpt'> {
  return problem;
}
