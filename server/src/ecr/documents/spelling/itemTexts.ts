import {
  indentationAt,
  indentFollowingLines,
  isBlank,
  lineEnd,
  lineStart,
  nextLineStart,
} from '../../../syntax/edit/lines.ts';
import type { Sequence, SequenceItem, TextEdit } from '../../../syntax/edit/listItems.ts';
import { insertItem } from '../../../syntax/edit/listItems.ts';
import { treeOfPiece } from '../../../syntax/tree/file.ts';
import type { PieceInFile } from '../../../syntax/tree/place.ts';
import type { Comment, Range } from '../../../syntax/tree/tree.ts';
import type { PolicyList, PolicyNode } from '../documentNodes.ts';
import { hclWriter } from './hcl/writeEdits.ts';
import { jsonWriter, rangeIn } from './json/writeEdits.ts';

/** The items of a list as ranges of a piece's text, to be moved and copied as written. */
export interface ItemTexts {
  readonly source: PieceInFile;
  /** In list order. */
  readonly items: readonly SequenceItem[];
  /** The brackets around them; null for blocks. */
  readonly sequence: Sequence | null;
}

/** Where the items of a list are written, or null when one of them is computed. */
export function itemTextsOf(list: PolicyList): ItemTexts | null {
  const { origin } = list;
  if (origin.spelling === 'blocks') {
    const written = origin.blocks.filter((block) => block !== null);
    const items = written.map(({ start, end }) => ({ start, end, comma: null }));
    return written.length === list.items.length ? { source: origin.source, items, sequence: null } : null;
  }
  const site = (origin.spelling === 'json' ? jsonWriter : hclWriter).container(list);
  if (site === null || site.sequence.items.length !== list.items.length || !list.items.every(isWritten)) return null;
  return { source: site.source, items: site.sequence.items, sequence: site.sequence };
}

/** True unless an item of JSON text begins or ends inside an interpolation. */
function isWritten({ origin }: PolicyNode): boolean {
  if (origin.spelling !== 'json') return true;
  const { document, node } = origin;
  const end = node.offset + node.length;
  return rangeIn(document, node.offset, node.offset + 1) !== null && rangeIn(document, end - 1, end) !== null;
}

/**
 * The edit that reorders items, given by their current positions; comments above an item and at its end move with it.
 * Null when it is unclear which item a comment belongs to.
 */
export function reorderItems({ source, items, sequence }: ItemTexts, order: readonly number[]): TextEdit | null {
  const { text } = source.piece;
  const tree = treeOfPiece(source.piece);
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) return null;
  const lines = linesOf(text, items, sequence?.open ?? null, tree.comments);
  if (lines === null) {
    const isBare = sequence !== null && !tree.comments.some((comment) => isBetweenItems(comment, items, sequence));
    return isBare ? swapTexts(text, items, order) : null;
  }
  const isLastWithComma = last.comma !== null;
  const written = order.map((from, position) => {
    const [item, line] = [items[from], lines[from]];
    if (item === undefined || line === undefined) return '';
    const isLast = position === order.length - 1;
    const comma = sequence !== null && (!isLast || isLastWithComma) ? ',' : '';
    const tail = text.slice(item.comma?.end ?? item.end, line.end);
    return `${lines[position]?.gap ?? ''}${text.slice(line.start, item.end)}${comma}${tail}`;
  });
  const [firstLine, lastLine] = [lines[0], lines.at(-1)];
  if (firstLine === undefined || lastLine === undefined) return null;
  return { start: firstLine.start - firstLine.gap.length, end: lastLine.end, text: written.join('') };
}

/** The lines of an item with the comments above it; `gap` is the blank lines before them, which stay in place. */
interface ItemLines extends Range {
  readonly gap: string;
}

/** The lines of each item, or null when they do not have lines of their own. */
function linesOf(
  text: string,
  items: readonly SequenceItem[],
  open: Range | null,
  comments: readonly Comment[],
): readonly ItemLines[] | null {
  const lines: ItemLines[] = [];
  const [first] = items;
  if (first === undefined) return null;
  let from = open === null ? firstCommentAbove(text, first.start, comments) : nextLineStart(text, open.start);
  for (const item of items) {
    const itemEnd = item.comma?.end ?? item.end;
    const end = nextLineStart(text, itemEnd);
    const before = withoutComments(text, from, item.start, comments);
    const after = withoutComments(text, itemEnd, lineEnd(text, itemEnd), comments);
    const isCommaApart = item.comma !== null && !isBlank(text, item.end, item.comma.start);
    if (from > item.start || before.trim() !== '' || after.trim() !== '' || isCommaApart) return null;
    const gap = /^(?:[ \t]*\r?\n)*/.exec(text.slice(from, item.start))?.[0] ?? '';
    lines.push({ start: from + gap.length, end, gap });
    from = end;
  }
  return lines;
}

/** The start of a block's line, or of the first comment directly above it. */
export function firstCommentAbove(text: string, offset: number, comments: readonly Comment[]): number {
  let start = lineStart(text, offset);
  for (const comment of comments.toReversed()) {
    const line = lineStart(text, comment.start);
    const adjoins = comment.end <= start && nextLineStart(text, Math.max(comment.start, comment.end - 1)) === start;
    if (adjoins && isBlank(text, line, comment.start)) start = line;
  }
  return start;
}

function withoutComments(text: string, start: number, end: number, comments: readonly Comment[]): string {
  let rest = '';
  let offset = start;
  for (const comment of comments) {
    if (comment.start < offset || comment.start >= end) continue;
    rest += text.slice(offset, comment.start);
    offset = comment.end;
  }
  return rest + text.slice(offset, Math.max(offset, end));
}

function isBetweenItems({ start, end }: Comment, items: readonly Range[], { open, close }: Sequence): boolean {
  const isInside = start >= open.end && end <= close.start;
  return isInside && !items.some((item) => item.start <= start && end <= item.end);
}

/** The items' texts in another order, with everything between them unchanged. */
function swapTexts(text: string, items: readonly SequenceItem[], order: readonly number[]): TextEdit {
  const [first, last] = [items[0], items.at(-1)];
  const written = order.map((from, position) => {
    const [item, here, next] = [items[from], items[position], items[position + 1]];
    const between = here && next ? text.slice(here.end, next.start) : '';
    return `${item === undefined ? '' : text.slice(item.start, item.end)}${between}`;
  });
  return { start: first?.start ?? 0, end: last?.end ?? 0, text: written.join('') };
}

/** The edits that add items, written as in the source, after the one at an index; each item is given as its lines. */
export function insertItemTexts({ source, items, sequence }: ItemTexts, index: number, added: readonly string[]) {
  const { text } = source.piece;
  const item = items[index];
  if (item === undefined) return [];
  if (sequence !== null) {
    const isInline = !isBlank(text, lineStart(text, item.start), item.start);
    return insertItem(sequence, index, added.join(isInline ? ', ' : ',\n'));
  }
  const indentation = indentationAt(text, item.start);
  const at = lineEnd(text, item.end);
  const written = added.map((block) => `\n\n${indentation}${indentFollowingLines(block, indentation, '\n')}`);
  return [{ start: at, end: at, text: written.join('') }];
}

/** The text of a range after edits in it, with the lines after the first indented relative to it. */
export function editedText(text: string, range: Range, edits: readonly TextEdit[]): string {
  let result = '';
  let offset = range.start;
  for (const edit of edits.toSorted((one, other) => one.start - other.start)) {
    result += text.slice(offset, edit.start) + edit.text;
    offset = edit.end;
  }
  const lines = `${result}${text.slice(offset, range.end)}`.split(/\r?\n/);
  const indentation = indentationAt(text, range.start);
  return lines.map((line) => (line.startsWith(indentation) ? line.slice(indentation.length) : line)).join('\n');
}
