import { printNumber } from '../../facts/printNumber.ts';
import type { Finding } from '../../review/findings/finding.ts';
import { codeSpan } from '../../syntax/shown/markdown.ts';
import { visible } from '../../syntax/shown/printable.ts';
import { escapeHtml } from '../escapeHtml.ts';
import { shortened, stretchesOf } from './plainWords.ts';
import { summaryWords } from './reviewJson.ts';
import { imageWords, NOTHING_FOUND } from './reviewText.ts';

/** The maximum length of a comment on a pull request, with room for text around it. */
const MOST_CHARACTERS = 60_000;

/** The part of it that is reserved for saying what was cut. */
const FOR_THE_REST = 500;

const MOST_IN_ROW = 700;
const MOST_IN_DETAIL = 1500;
const MOST_RULES = 60;

/**
 * A review as a comment on a pull request: a verdict, a table, and folded details. Nothing in it from a plan is active.
 */
export function printMarkdownReview(findings: readonly Finding[]): string {
  const sum = summaryWords(findings);
  if (sum === null) return `**ECR:** ${NOTHING_FOUND}\n`;
  const head = [
    `**ECR: ${sum} in this plan.** ${verdictOf(findings)}`,
    '',
    '| | Resource | What happens |',
    '| --- | --- | --- |',
  ].join('\n');
  const room = MOST_CHARACTERS - FOR_THE_REST - head.length;
  const rows = fitting(findings.map(rowOf), room);
  const used = rows.reduce((total, row) => total + row.length + 1, 0);
  const details = fitting(findings.slice(0, rows.length).flatMap(detailsOf), room - used);
  const all = findings.slice(0, rows.length).flatMap(detailsOf).length;
  return [head, ...rows, '', ...details, ...restWords(findings.slice(rows.length), all - details.length)]
    .join('\n')
    .concat('\n');
}

function verdictOf(findings: readonly Finding[]): string {
  if (findings.some(({ severity }) => severity === 'error'))
    return 'Do not approve it before you know that this is intended.';
  return findings.some(({ severity }) => severity === 'warning')
    ? 'Have a look before you approve it.'
    : 'None of it is serious.';
}

/** The first of some texts that fit together. */
function fitting(texts: readonly string[], room: number): readonly string[] {
  let left = room;
  const count = texts.findIndex((text) => {
    left -= text.length + 1;
    return left < 0;
  });
  return count === -1 ? texts : texts.slice(0, count);
}

function restWords(cut: readonly Finding[], details: number): readonly string[] {
  const findings =
    cut.length === 0 ? [] : [`${printNumber(cut.length)} more findings are left out here: ${summaryWords(cut)}.`];
  const folded = details === 0 ? [] : [`The details of ${printNumber(details)} findings are left out here.`];
  return cut.length + details === 0
    ? []
    : ['', [...findings, ...folded, 'The whole review is in the job that wrote this.'].join(' ')];
}

function rowOf({ severity, kind, address, message }: Finding): string {
  const resource = address === '' ? 'the plan' : inCell(codeSpan(address));
  return `| **${severity}** | ${resource}<br>${kind} | ${inCell(asMarkdown(shortened(message, MOST_IN_ROW)))} |`;
}

/** A bar ends a cell, even in a code span. */
function inCell(markdown: string): string {
  return markdown.replaceAll('|', '\\|');
}

/** A sentence with everything except plain words in code spans. */
function asMarkdown(sentence: string): string {
  return stretchesOf(sentence)
    .map(({ text, isCode }) => (isCode ? codeSpan(text) : text))
    .join('');
}

function detailsOf(finding: Finding): readonly string[] {
  const { address, kind, because, rules, images } = finding;
  if (because.length + rules.length === 0 && images === null) return [];
  const lines = [
    `<details><summary><code>${escapeHtml(visible(address))}</code>: ${kind}</summary>`,
    '',
    ...because.map((reason) => `- ${asMarkdown(shortened(reason, MOST_IN_DETAIL))}`),
    ...(images === null ? [] : [`- ${asMarkdown(shortened(imageWords(images), MOST_IN_DETAIL))}`]),
    ...rulesDiff(finding),
    '',
    '</details>',
    '',
  ];
  return [lines.join('\n')];
}

function rulesDiff({ rules }: Finding): readonly string[] {
  if (rules.length === 0) return [];
  const lines = rules
    .slice(0, MOST_RULES)
    .map(({ sign, words }) => `${sign} ${visible(shortened(words, MOST_IN_DETAIL))}`);
  const rest = rules.length - lines.length;
  const text = rest > 0 ? [...lines, `  and ${rest} more lines`] : lines;
  const runs = text.join('\n').match(/`+/g) ?? [];
  const fence = runs.reduce(
    (longest, run) => (run.length < longest.length ? longest : '`'.repeat(run.length + 1)),
    '```',
  );
  return ['', `${fence}diff`, ...text, fence];
}
