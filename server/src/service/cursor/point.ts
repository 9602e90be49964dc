import type { Module } from '../../module/module.ts';
import type { PieceInFile } from '../../syntax/tree/place.ts';
import type { Range } from '../../syntax/tree/tree.ts';

/** A cursor in one piece of a file of a module. */
export interface Point {
  readonly module: Module;
  readonly source: PieceInFile;
  /** The piece's text, followed by the part of the rest of the file that the cursor needs. */
  readonly text: string;
  /** Offset of the piece in its file. */
  readonly base: number;
  /** The cursor, relative to the piece. */
  readonly offset: number;
}

/** How much of the quotes around a word is already written. */
type QuoteState = 'none' | 'open' | 'both';

/** A range of the piece that an accepted item replaces: a word without the quotes that `quotes` describes. */
export interface Slot extends Range {
  readonly quotes: QuoteState;
}

/** True for the characters that names and enumerated values are made of. */
function isWordCharacter(character: string): boolean {
  return /^[\p{L}\p{N}_-]$/u.test(character);
}

/** The word that touches the offset; empty where none does. */
export function wordAround(text: string, offset: number): Range {
  let start = offset;
  while (start > 0 && isWordCharacter(text.charAt(start - 1))) start -= 1;
  let end = offset;
  while (end < text.length && isWordCharacter(text.charAt(end))) end += 1;
  return { start, end };
}

/** The slot of an unquoted word at the offset. */
export function bareSlot(text: string, offset: number): Slot {
  return { ...wordAround(text, offset), quotes: 'none' };
}

/**
 * The slot inside quotes. `inner` is the text between them, `closed` whether there is a closing quote. Text that looks
 * like the rest of a line belongs to an unclosed quote: then only the word counts.
 */
export function quotedSlot(text: string, inner: Range, closed: boolean, offset: number): Slot | null {
  if (offset < inner.start || offset > inner.end) return null;
  if (closed && !/[=:,{}[\]\n]/.test(text.slice(inner.start, inner.end))) return { ...inner, quotes: 'both' };
  const word = wordAround(text, offset);
  return word.start > inner.start ? null : { start: inner.start, end: word.end, quotes: 'open' };
}

/** True when there is a newline between the offsets. */
export function hasNewline(text: string, start: number, end: number): boolean {
  return text.slice(start, end).includes('\n');
}

/** The first character after `offset` that is not white space, and whether it is on the same line. */
export function nextCharacter(
  text: string,
  offset: number,
): { readonly character: string; readonly sameLine: boolean } {
  let at = offset;
  let sameLine = true;
  while (at < text.length && text.charAt(at).trim() === '') {
    if (text.charAt(at) === '\n') sameLine = false;
    at += 1;
  }
  return { character: text.charAt(at), sameLine };
}
