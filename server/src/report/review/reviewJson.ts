import { printNumber } from '../../facts/printNumber.ts';
import type { Finding, FindingSeverity } from '../../review/findings/finding.ts';
import { FINDING_SEVERITIES } from '../../review/findings/finding.ts';
import { printableJson } from '../../syntax/shown/printable.ts';

/** How many findings there are of each severity. */
export type ReviewSummary = Readonly<Record<FindingSeverity, number>>;

/** Counts findings by severity. */
export function summaryOf(findings: readonly Finding[]): ReviewSummary {
  const summary = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) summary[severity] += 1;
  return summary;
}

/** A review as JSON, version 1 of its contract. */
export function printJsonReview(findings: readonly Finding[]): string {
  const summary = summaryOf(findings);
  return printableJson({ version: 1, findings: findings.map(jsonOf), summary }, 1);
}

function jsonOf({ address, kind, severity, message, because, images }: Finding): object {
  return { address, kind, severity, message, because, ...(images === null ? {} : { images }) };
}

/** "1 error, 2 warnings and 1 info"; null for nothing. */
export function summaryWords(findings: readonly Finding[]): string | null {
  const summary = summaryOf(findings);
  const words = FINDING_SEVERITIES.filter((severity) => summary[severity] > 0).map((severity) => {
    const count = summary[severity];
    return `${printNumber(count)} ${severity}${count === 1 || severity === 'info' ? '' : 's'}`;
  });
  return words.length === 0 ? null : words.join(', ');
}
