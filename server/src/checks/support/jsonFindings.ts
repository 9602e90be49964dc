import { beginsSecondValue, problemsOfJson } from '../../ecr/documents/spelling/json/jsonProblems.ts';
import type { JsonSlip } from '../../ecr/documents/spelling/json/jsonSlips.ts';
import type { Change } from '../../ecr/edits/change.ts';
import type { JsonDocument, JsonProblem } from '../../embedded/jsonDocument.ts';
import { sourceOf } from '../../syntax/tree/mappedText.ts';
import type { Finding } from '../check.ts';

/** The problems of a text that is not JSON: each typo that has a fix, and the first other mistake. */
export function* jsonFindings(document: JsonDocument): Iterable<Finding> {
  const { slips, other } = problemsOfJson(document);
  for (const slip of slips) if (slip.kind !== 'single-quotes') yield removable(document, slip);
  yield* singleQuotes(
    document,
    slips.filter(({ kind }) => kind === 'single-quotes'),
  );
  if (other !== null && !beginsSecondValue(document, other)) yield describe(document, other);
}

function removable(document: JsonDocument, slip: JsonSlip): Finding {
  const { kind, start, end } = slip;
  const name = kind === 'comment' ? 'comment' : 'trailing comma';
  const removed = kind === 'comment' ? withBlanks(document.mapped.text, slip) : { start, end };
  return {
    place: sourceOf(document.mapped, start, end),
    message: `JSON has no ${name}s; Terraform refuses the policy as invalid JSON. Remove it.`,
    fixes: [
      {
        title: `Remove the ${name}`,
        kind: 'one',
        changes: [{ kind: 'replace-json-text', document, ...removed, text: '' }],
      },
    ],
  };
}

/** A comment with the blanks before it, and with the newline when the comment has its own line. */
function withBlanks(text: string, { start, end }: JsonSlip): { start: number; end: number } {
  let from = start;
  while (text[from - 1] === ' ' || text[from - 1] === '\t') from -= 1;
  const endsLine = end >= text.length || text[end] === '\n' || text[end] === '\r';
  if (!endsLine) return { start, end };
  if (text[from - 1] === '\n') from -= text[from - 2] === '\r' ? 2 : 1;
  return { start: from, end };
}

function* singleQuotes(document: JsonDocument, slips: readonly JsonSlip[]): Iterable<Finding> {
  const [first] = slips;
  if (first === undefined) return;
  const changes = slips.map(({ start, end, replacement }): Change => {
    return { kind: 'replace-json-text', document, start, end, text: replacement };
  });
  yield {
    place: sourceOf(document.mapped, first.start, first.start + 1),
    message: 'JSON strings need double quotes; Terraform refuses the policy as invalid JSON.',
    fixes: [{ title: 'Use double quotes', kind: 'one', changes }],
  };
}

/** What was expected, by jsonc-parser's error code. */
const EXPECTATIONS: Readonly<Record<number, string>> = {
  3: 'a key in double quotes is expected here',
  4: 'a value is expected here',
  5: 'a colon is expected here',
  6: 'a comma is expected here',
  7: 'a closing brace is missing',
  8: 'a closing bracket is missing',
  9: 'nothing is expected after the end of the policy',
  12: 'the string has no closing quote',
  13: 'the number is incomplete',
  14: 'the Unicode escape is incomplete',
  15: 'the escape sequence is unknown',
  16: 'the string holds a character that must be escaped',
};

function describe(document: JsonDocument, problem: JsonProblem): Finding {
  const { mapped, root } = document;
  const { start, end } = visible(mapped.text, problem);
  const isJsonAtAll = root !== null || /^\s*[[{]/.test(mapped.text);
  const expectation = isJsonAtAll ? (EXPECTATIONS[problem.code] ?? 'this is not JSON value') : 'this is not JSON';
  return {
    place: sourceOf(mapped, start, end),
    message: `The text is not valid JSON: ${expectation}. Terraform refuses the policy.`,
  };
}

/** A zero-width problem, such as one at the end of the text, is shown on the last character before it. */
function visible(text: string, { start, end }: JsonProblem): { start: number; end: number } {
  if (end > start && text.slice(start, end).trim() !== '') return { start, end };
  let last = Math.min(start, text.length - 1);
  while (last > 0 && text.charAt(last).trim() === '') last -= 1;
  return { start: last, end: last + 1 };
}
