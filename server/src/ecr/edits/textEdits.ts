import {
  indentationAt,
  indentFollowingLines,
  isBlank,
  lineEnd,
  lineStart,
  newlineOf,
  nextLineStart,
} from '../../syntax/edit/lines.ts';
import { printTerm } from '../../syntax/edit/print.ts';
import type { SourceEdit } from '../../syntax/edit/sourceEdit.ts';
import type { Term } from '../../syntax/edit/term.ts';
import { escapeFor } from '../../syntax/tree/mappedText.ts';
import type { PieceInFile } from '../../syntax/tree/place.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Comment, Expression } from '../../syntax/tree/tree.ts';
import { damageOf } from '../documents/spelling/json/jsonProblems.ts';
import { rangeIn } from '../documents/spelling/json/writeEdits.ts';
import type { TextChange } from './textChange.ts';

/** The edits for a change of text, or null when the text is computed. */
export function writeTextChange(change: TextChange): readonly SourceEdit[] | null {
  switch (change.kind) {
    case 'replace-json-text':
      return replaceJsonText(change);
    case 'replace-expression':
      return [replaceExpression(change.source, change.expression, change.term)];
    case 'remove-comment':
      return [removeComment(change.source, change.comment)];
    case 'replace-text':
      return [{ place: change.place, text: change.text }];
  }
}

function replaceJsonText({ document, start, end, text }: Extract<TextChange, { kind: 'replace-json-text' }>) {
  const damage = damageOf(document);
  if (damage !== null && damage.start < end) return null;
  const range = rangeIn(document, start, end);
  const { mapped } = document;
  return range && [{ place: placeOf(mapped.place, range), text: escapeFor(mapped, text) }];
}

function replaceExpression(source: PieceInFile, expression: Expression, term: Term): SourceEdit {
  const { text } = source.piece;
  const printed = indentFollowingLines(printTerm(term), indentationAt(text, expression.start), newlineOf(text));
  const padding = printed.includes('\n') ? paddingBefore(text, expression) : null;
  if (padding === null) return { place: placeOf(source, expression), text: printed };
  return { place: placeOf(source, { start: padding, end: expression.end }), text: ` = ${printed}` };
}

/**
 * The start of the spaces before the `=` of a one-line assignment, when there are several; a multi-line value is never
 * aligned. Null elsewhere.
 */
function paddingBefore(text: string, expression: Expression): number | null {
  const start = lineStart(text, expression.start);
  const match = /^(\s*[\w-]+) {2,}= *$/.exec(text.slice(start, expression.start));
  const isOneLine = !text.slice(expression.start, expression.end).includes('\n');
  return match?.[1] === undefined || !isOneLine ? null : start + match[1].length;
}

function removeComment(source: PieceInFile, comment: Comment): SourceEdit {
  const { text } = source.piece;
  const start = lineStart(text, comment.start);
  const ownsLine = isBlank(text, start, comment.start) && isBlank(text, comment.end, lineEnd(text, comment.end));
  if (ownsLine) return { place: placeOf(source, { start, end: nextLineStart(text, comment.end) }), text: '' };
  const before = text.slice(start, comment.start).trimEnd().length;
  return { place: placeOf(source, { start: start + before, end: comment.end }), text: '' };
}
