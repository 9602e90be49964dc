import { append } from '../arrays.ts';
import type { LiteralSegment, TemplateLiteral } from './tree.ts';

const letterEscapes = new Map<string, string>([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['"', '"'],
  ['\\', '\\'],
]);

const hexDigits = /^[0-9A-Fa-f]+$/;

/** A range of literal text while a template is assembled; its segments may still be trimmed. */
export interface LiteralDraft {
  readonly start: number;
  readonly end: number;
  segments: LiteralSegment[];
}

/** Receives each invalid escape, and each carriage return that does not end a line, as a half-open range. */
export type OnBadEscape = (start: number, end: number) => void;

/** The text from `start` to `end`, taken literally. */
export function verbatimDraft(text: string, start: number, end: number): LiteralDraft {
  return { start, end, segments: [{ start, end, value: text.slice(start, end), verbatim: true }] };
}

/** The text from `start` to `end` with its escapes decoded: `$${` and `%%{` always, backslashes in quoted strings. */
export function escapedDraft(
  text: string,
  start: number,
  end: number,
  quoted: boolean,
  onBadEscape: OnBadEscape,
): LiteralDraft {
  const segments: LiteralSegment[] = [];
  let from = start;
  const add = (escapeStart: number, escapeEnd: number, value: string): void => {
    if (escapeStart > from) append(segments, verbatimDraft(text, from, escapeStart).segments);
    segments.push({ start: escapeStart, end: escapeEnd, value, verbatim: false });
    from = escapeEnd;
  };
  for (let offset = start; offset < end; ) {
    const code = text.charCodeAt(offset);
    if (code === 92 && quoted) {
      const found = backslashEscape(text, offset, end);
      if (found.value === undefined) onBadEscape(offset, found.end);
      add(offset, found.end, found.value ?? text.slice(offset, found.end));
      offset = found.end;
    } else if (
      (code === 36 || code === 37) &&
      text.charCodeAt(offset + 1) === code &&
      text.charCodeAt(offset + 2) === 123
    ) {
      add(offset, offset + 3, text.slice(offset + 1, offset + 3));
      offset += 3;
    } else {
      if (code === 13 && text.charCodeAt(offset + 1) !== 10) onBadEscape(offset, offset + 1);
      offset += 1;
    }
  }
  if (from < end) append(segments, verbatimDraft(text, from, end).segments);
  return { start, end, segments };
}

function backslashEscape(text: string, offset: number, end: number): { readonly end: number; readonly value?: string } {
  const selector = text.charAt(offset + 1);
  const letter = letterEscapes.get(selector);
  if (letter !== undefined) return { end: offset + 2, value: letter };
  if (selector !== 'u' && selector !== 'U') return { end: Math.min(end, offset + 2) };
  const width = selector === 'u' ? 4 : 8;
  const digits = text.slice(offset + 2, Math.min(end, offset + 2 + width));
  if (digits.length < width || !hexDigits.test(digits)) return { end: Math.min(end, offset + 2) };
  const codePoint = Number.parseInt(digits, 16);
  const isCharacter = codePoint <= 0x10ffff && (codePoint < 0xd800 || codePoint > 0xdfff);
  if (!isCharacter) return { end: offset + 2 + width };
  return { end: offset + 2 + width, value: String.fromCodePoint(codePoint) };
}

/** White space as the official parser trims it. */
function isSpace(code: number): boolean {
  if (code === 32 || (code >= 9 && code <= 13)) return true;
  if (code < 0x85) return false;
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** The number of white space characters at the start of the value. */
function leadingSpaces(value: string): number {
  let count = 0;
  while (count < value.length && isSpace(value.charCodeAt(count))) count += 1;
  return count;
}

function trailingSpaces(value: string): number {
  let count = 0;
  while (count < value.length && isSpace(value.charCodeAt(value.length - 1 - count))) count += 1;
  return count;
}

/** The segment split in two or three: a removed part stays as a segment without value, so that positions add up. */
function withoutPart(segment: LiteralSegment, from: number, to: number): LiteralSegment[] {
  if (!segment.verbatim) {
    const value = segment.value.slice(0, from) + segment.value.slice(to);
    return [{ ...segment, value }];
  }
  const pieces = [
    { start: segment.start, end: segment.start + from, value: segment.value.slice(0, from), verbatim: true },
    { start: segment.start + from, end: segment.start + to, value: '', verbatim: false },
    { start: segment.start + to, end: segment.end, value: segment.value.slice(to), verbatim: true },
  ];
  return pieces.filter((piece) => piece.end > piece.start);
}

/** A verbatim segment without its first characters, which stay as a segment without value. */
function withoutStart(segment: LiteralSegment, count: number): LiteralSegment[] {
  const { start, end, value } = segment;
  const removed = { start, end: start + count, value: '', verbatim: false };
  if (count === value.length) return [removed];
  return [removed, { start: start + count, end, value: value.slice(count), verbatim: true }];
}

/** Removes up to `most` characters of white space from the front. */
export function trimStart(draft: LiteralDraft, most: number): void {
  if (most === 0) return;
  const [only] = draft.segments;
  if (draft.segments.length === 1 && only?.verbatim === true) {
    const count = Math.min(most, leadingSpaces(only.value));
    if (count > 0) draft.segments = withoutStart(only, count);
    return;
  }
  let left = most;
  let goesOn = true;
  draft.segments = draft.segments.flatMap((segment) => {
    if (!goesOn || left === 0) return [segment];
    const count = Math.min(left, leadingSpaces(segment.value));
    goesOn = count === segment.value.length;
    left -= count;
    return count === 0 ? [segment] : withoutPart(segment, 0, count);
  });
}

/** Removes white space from the end. */
export function trimEnd(draft: LiteralDraft): void {
  let goesOn = true;
  const reversed = draft.segments.toReversed().flatMap((segment) => {
    if (!goesOn) return [segment];
    const count = trailingSpaces(segment.value);
    goesOn = count === segment.value.length;
    const { length } = segment.value;
    return count === 0 ? [segment] : withoutPart(segment, length - count, length).toReversed();
  });
  draft.segments = reversed.toReversed();
}

export function draftValue(draft: LiteralDraft): string {
  const [first] = draft.segments;
  if (draft.segments.length === 1 && first !== undefined) return first.value;
  return draft.segments.map((segment) => segment.value).join('');
}

/** Neighboring drafts as one literal; adjacent verbatim segments are merged. */
export function literalOf(drafts: readonly LiteralDraft[], start: number, end: number): TemplateLiteral {
  const [only] = drafts;
  if (drafts.length === 1 && only !== undefined) {
    return { kind: 'TemplateLiteral', start, end, value: draftValue(only), segments: only.segments };
  }
  const segments: LiteralSegment[] = [];
  let value = '';
  let last: LiteralSegment | undefined;
  for (const draft of drafts) {
    for (const segment of draft.segments) {
      value += segment.value;
      if (last?.verbatim === true && segment.verbatim) {
        segments.pop();
        last = { start: last.start, end: segment.end, value: last.value + segment.value, verbatim: true };
      } else {
        last = segment;
      }
      segments.push(last);
    }
  }
  return { kind: 'TemplateLiteral', start, end, value, segments };
}

/** How a line's indentation counts for `<<-`: undefined for a blank line, which is ignored. */
export function indentationOf(draft: LiteralDraft): number | undefined {
  const value = draftValue(draft);
  const spaces = leadingSpaces(value);
  return spaces === value.length && value.endsWith('\n') ? undefined : spaces;
}
