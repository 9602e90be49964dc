import { printNumber } from '../../facts/printNumber.ts';
import type { Finding, FindingSeverity } from '../../review/findings/finding.ts';
import { printable } from '../../syntax/shown/printable.ts';
import { summaryWords } from './reviewJson.ts';

/** The text for a plan without findings. */
export const NOTHING_FOUND = 'This plan changes nothing in ECR that needs a second look.';

const COLOURS: Readonly<Record<FindingSeverity, string>> = { error: '31', warning: '33', info: '36' };

/** A review for people at a terminal. */
export function printTextReview(findings: readonly Finding[], hasColours: boolean): string {
  const sum = summaryWords(findings);
  if (sum === null) return NOTHING_FOUND;
  return [...findings.map((finding) => printFinding(finding, hasColours)), `${sum}.`].join('\n\n');
}

function printFinding(
  { address, kind, severity, message, because, images, rules }: Finding,
  hasColours: boolean,
): string {
  const word = hasColours ? `\u001b[${COLOURS[severity]}m${severity}\u001b[0m` : severity;
  const lines = [
    `${word} ${kind}${address === '' ? '' : `  ${printable(address)}`}`,
    `  ${printable(message)}`,
    ...because.map((reason) => `  - ${printable(reason)}`),
    ...rules.map(({ sign, words }) => `    ${sign} ${printable(words)}`),
    ...(images === null ? [] : [`  ${printable(imageWords(images))}`]),
  ];
  return lines.join('\n');
}

/** What happens to the given images, in one sentence. */
export function imageWords({ expire, archive, keep, examples }: NonNullable<Finding['images']>): string {
  const some = examples.length === 0 ? '' : `, such as ${examples.join(', ')}`;
  return `Of the images given: ${printNumber(expire)} newly deleted, ${printNumber(archive)} newly archived, ${printNumber(keep)} newly kept${some}.`;
}
