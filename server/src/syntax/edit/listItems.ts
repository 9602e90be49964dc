import type { Range } from '../tree/tree.ts';
import { indentationAt, indentFollowingLines, isBlank, lineEnd, lineStart, newlineOf, nextLineStart } from './lines.ts';

/** Replaces the half-open range of a piece's text. */
export interface TextEdit extends Range {
  readonly text: string;
}

export interface SequenceItem extends Range {
  readonly comma: Range | null;
}

/** Items between an opening and a closing bracket, for text editing. */
export interface Sequence {
  readonly text: string;
  /** The opening bracket. */
  readonly open: Range;
  /** The closing bracket. */
  readonly close: Range;
  readonly items: readonly SequenceItem[];
  /** False when newlines separate as well as commas (HCL objects). */
  readonly commaRequired: boolean;
  /** The text between a bracket and the contents of a one-line sequence: `{ a }` versus `[a]`. */
  readonly padding: '' | ' ';
}

/** The indentation of a line below its container. Terraform's formatter uses two spaces. */
const STEP = '  ';

/**
 * Adds `item` (its lines separated by `\n`, indented relative to its own first line) after the item at `index`, or
 * first when `index` is -1. Keeps the sequence's layout and comma style.
 */
export function insertItem(sequence: Sequence, index: number, item: string): TextEdit[] {
  const previous = sequence.items[index];
  if (sequence.items.length === 0) return [insertOnly(sequence, item)];
  return previous === undefined ? [insertFirst(sequence, item)] : insertAfter(sequence, index, previous, item);
}

function insertOnly({ text, open, close, padding }: Sequence, item: string): TextEdit {
  const newline = newlineOf(text);
  const base = indentationAt(text, open.start);
  const isOneLine = isBlank(text, open.end, close.start) && !text.slice(open.end, close.start).includes('\n');
  if (isOneLine && !item.includes('\n')) {
    return { start: open.end, end: close.start, text: `${padding}${item}${padding}` };
  }
  const body = indentFollowingLines(item, base + STEP, newline);
  const end = isBlank(text, open.end, close.start) ? close.start : open.end;
  const tail = end === close.start ? `${newline}${base}` : '';
  return { start: open.end, end, text: `${newline}${base}${STEP}${body}${tail}` };
}

function insertFirst(sequence: Sequence, item: string): TextEdit {
  const { text, open, items } = sequence;
  const first = items[0] ?? sequence.close;
  const newline = newlineOf(text);
  const startsLine = isBlank(text, lineStart(text, first.start), first.start);
  if (!startsLine) {
    const body = indentFollowingLines(item, indentationAt(text, open.start), newline);
    return { start: first.start, end: first.start, text: `${body}, ` };
  }
  const indentation = indentationAt(text, first.start);
  const comma = sequence.commaRequired || items[0]?.comma ? ',' : '';
  const body = indentFollowingLines(item, indentation, newline);
  return { start: first.start, end: first.start, text: `${body}${comma}${newline}${indentation}` };
}

function insertAfter(sequence: Sequence, index: number, previous: SequenceItem, item: string): TextEdit[] {
  const { text } = sequence;
  const newline = newlineOf(text);
  const indentation = indentationAt(text, previous.start);
  const body = indentFollowingLines(item, indentation, newline);
  const end = previous.comma?.end ?? previous.end;
  const startsLine = isBlank(text, lineStart(text, previous.start), previous.start);
  if (!startsLine || !endsLine(sequence, index)) return [{ start: previous.end, end: previous.end, text: `, ${body}` }];
  const isLast = index === sequence.items.length - 1;
  const edits: TextEdit[] = [];
  if (sequence.commaRequired && previous.comma === null) edits.push({ start: end, end, text: ',' });
  const comma = previous.comma !== null || (sequence.commaRequired && !isLast) ? ',' : '';
  const at = lineEnd(text, end);
  edits.push({ start: at, end: at, text: `${newline}${indentation}${body}${comma}` });
  return edits;
}

/** True when only white space or a comment follows the item on its last line. */
function endsLine(sequence: Sequence, index: number): boolean {
  const item = sequence.items[index];
  if (item === undefined) return false;
  const end = lineEnd(sequence.text, item.comma?.end ?? item.end);
  const next = sequence.items[index + 1]?.start ?? sequence.close.start;
  return next >= end;
}

/** Removes the item at `index`, with its comma and, when nothing else is on them, its lines. */
export function removeItem(sequence: Sequence, index: number): TextEdit[] {
  const { text, items, open, close } = sequence;
  const item = items[index];
  if (item === undefined) return [];
  const end = item.comma?.end ?? item.end;
  const previous = items[index - 1];
  const startsLine = isBlank(text, lineStart(text, item.start), item.start);
  if (startsLine && isBlank(text, end, lineEnd(text, end))) {
    const edits = [{ start: lineStart(text, item.start), end: nextLineStart(text, end), text: '' }];
    const dangling =
      sequence.commaRequired && index === items.length - 1 && item.comma === null ? previous?.comma : null;
    return dangling ? [{ ...dangling, text: '' }, ...edits] : edits;
  }
  if (items.length === 1) return [{ start: open.end, end: close.start, text: '' }];
  const next = items[index + 1];
  if (next !== undefined && !text.slice(item.start, next.start).includes('\n')) {
    return [{ start: item.start, end: next.start, text: '' }];
  }
  if (previous !== undefined && !text.slice(previous.end, item.start).includes('\n')) {
    return [{ start: previous.end, end: item.end, text: '' }];
  }
  return [{ start: item.start, end, text: '' }];
}
