import {
  indentationAt,
  indentFollowingLines,
  isBlank,
  lineEnd,
  lineStart,
  newlineOf,
  nextLineStart,
} from '../../syntax/edit/lines.ts';
import { printBlock, printTerm } from '../../syntax/edit/print.ts';
import type { BlockTerm, Term } from '../../syntax/edit/term.ts';
import type { PieceInFile } from '../../syntax/tree/place.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Block, Comment, Expression, Range } from '../../syntax/tree/tree.ts';
import { renameItem, writeArgument } from './argumentEdits.ts';
import type { Change, SourceEdit } from './change.ts';

const STEP = '  ';

/** The edits that a change of blocks and arguments means, or null where the block is not laid out to take them. */
export function writeBlockChange(change: Change): readonly SourceEdit[] | null {
  switch (change.kind) {
    case 'replace-expression':
      return [replaceExpression(change.source, change.expression, change.term)];
    case 'set-argument':
      return writeArgument(change.declaration, change.name, change.term);
    case 'add-nested-block':
      return addNestedBlock(change.declaration.source, change.declaration.block, change.block);
    case 'remove-nested-block':
      return [removeItem(change.declaration.source, change.block)];
    case 'remove-argument':
      return [removeItem(change.source, change.attribute)];
    case 'remove-labels':
      return [removeLabels(change.declaration.source, change.declaration.block)];
    case 'rename-item':
      return renameItem(change.source, change.body, change.item, change.name);
    case 'remove-comment':
      return [removeComment(change.source, change.comment)];
    case 'replace-text':
      return [{ place: change.place, text: change.text }];
    case 'add-block':
      return [addBlock(change.declaration.source, change.declaration.block, change.block)];
    default:
      return null;
  }
}

function replaceExpression(source: PieceInFile, expression: Expression, term: Term): SourceEdit {
  const { text } = source.piece;
  const printed = indentFollowingLines(printTerm(term), indentationAt(text, expression.start), newlineOf(text));
  const padding = printed.includes('\n') ? paddingBefore(text, expression) : null;
  if (padding === null) return { place: placeOf(source, expression), text: printed };
  return { place: placeOf(source, { start: padding, end: expression.end }), text: ` = ${printed}` };
}

/**
 * Where the spaces before the `=` of a one-line assignment begin, when there are several: a value of several lines stands
 * in no aligned run. Null elsewhere.
 */
function paddingBefore(text: string, expression: Expression): number | null {
  const start = lineStart(text, expression.start);
  const match = /^(\s*[\w-]+) {2,}= *$/.exec(text.slice(start, expression.start));
  const isOneLine = !text.slice(expression.start, expression.end).includes('\n');
  return match?.[1] === undefined || !isOneLine ? null : start + match[1].length;
}

/** Adds a block at the end of another; null where that is not laid out to take it. */
export function addNestedBlock(source: PieceInFile, block: Block, nested: BlockTerm): readonly SourceEdit[] | null {
  const { text } = source.piece;
  const { open, close, body } = block;
  if (open === null || close === null) return null;
  const newline = newlineOf(text);
  const outer = indentationAt(text, block.start);
  const printed = indentFollowingLines(printBlock(nested), outer + STEP, newline);
  const last = body.items.at(-1);
  if (last === undefined && isBlank(text, open.end, close.start)) {
    const range = { start: open.end, end: close.start };
    return [{ place: placeOf(source, range), text: `${newline}${outer}${STEP}${printed}${newline}${outer}` }];
  }
  const isOneLine = !text.slice(open.end, close.start).includes('\n');
  if (isOneLine) return null;
  const at = lineStart(text, close.start);
  if (!isBlank(text, at, close.start)) return null;
  const gap = last === undefined ? '' : newline;
  return [{ place: placeOf(source, { start: at, end: at }), text: `${gap}${outer}${STEP}${printed}${newline}` }];
}

/** Takes a block or an argument away, with its lines and the blank one before them. */
export function removeItem(source: PieceInFile, item: Range): SourceEdit {
  const { text } = source.piece;
  const lines: Range = { start: lineStart(text, item.start), end: nextLineStart(text, item.end) };
  const ownsLines = isBlank(text, lines.start, item.start) && isBlank(text, item.end, lineEnd(text, item.end));
  if (!ownsLines) return { place: placeOf(source, item), text: '' };
  const previousLine = lineStart(text, Math.max(0, lines.start - 1));
  const followsBlankLine = lines.start > 0 && isBlank(text, previousLine, lines.start);
  return { place: placeOf(source, { start: followsBlankLine ? previousLine : lines.start, end: lines.end }), text: '' };
}

/** Adds blocks right after one that they are like, indented as it is. */
export function addNestedBlockAfter(source: PieceInFile, after: Block, blocks: readonly BlockTerm[]): SourceEdit {
  const { text } = source.piece;
  const newline = newlineOf(text);
  const indentation = indentationAt(text, after.start);
  const at = lineEnd(text, after.end);
  const printed = blocks.map(
    (block) => `${newline}${newline}${indentation}${indentFollowingLines(printBlock(block), indentation, newline)}`,
  );
  return { place: placeOf(source, { start: at, end: at }), text: printed.join('') };
}

function removeLabels(source: PieceInFile, { type, labels }: Block): SourceEdit {
  return { place: placeOf(source, { start: type.end, end: labels.at(-1)?.end ?? type.end }), text: '' };
}

function removeComment(source: PieceInFile, comment: Comment): SourceEdit {
  const { text } = source.piece;
  const start = lineStart(text, comment.start);
  const ownsLine = isBlank(text, start, comment.start) && isBlank(text, comment.end, lineEnd(text, comment.end));
  if (ownsLine) return { place: placeOf(source, { start, end: nextLineStart(text, comment.end) }), text: '' };
  const before = text.slice(start, comment.start).trimEnd().length;
  return { place: placeOf(source, { start: start + before, end: comment.end }), text: '' };
}

function addBlock(source: PieceInFile, after: Block, block: BlockTerm): SourceEdit {
  const { text } = source.piece;
  const newline = newlineOf(text);
  const at = lineEnd(text, after.end);
  const printed = indentFollowingLines(printBlock(block), '', newline);
  return { place: placeOf(source, { start: at, end: at }), text: `${newline}${newline}${printed}` };
}
