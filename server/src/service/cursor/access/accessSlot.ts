import type { Slot } from '../point.ts';
import { nextCharacter } from '../point.ts';
import type { OpenText } from './openText.ts';

/** The text that an accepted item replaces, and the commas that it needs. */
export interface AccessSlot {
  readonly slot: Slot;
  readonly needsComma: boolean;
  /** Where a comma is missing after the previous item; null when none is. */
  readonly commaBefore: number | null;
}

/** The slot at an offset of a text: the string that is being typed, or where one may begin; null when none may. */
export function accessSlot(text: string, offset: number, open: OpenText, isItem: boolean): AccessSlot | null {
  const quote = open.spelling === 'quoted' ? '\\"' : '"';
  const slot = open.string === null ? bareSlot(text, offset) : stringSlot(text, offset, open.string, quote);
  if (slot === null) return null;
  const start = slot.quotes === 'none' ? slot.start : slot.start - quote.length;
  const before = text.slice(0, start).trimEnd();
  const inJson = open.spelling !== 'hcl';
  const isKey = !isItem && open.key === null;
  if (slot.quotes === 'none' && !isItem && !isKey && !/[=:]$/.test(before)) return null;
  const end = slot.quotes === 'both' ? slot.end + quote.length : slot.end;
  const { character, sameLine } = nextCharacter(text, end);
  const isFollowed = isItem || inJson ? !['', '}', ']', ',', ':', ')'].includes(character) : false;
  const isEndOfHeredoc = open.spelling === 'heredoc' && !sameLine && /^\s*\w+\s*(?:\n|$)/.test(text.slice(end));
  const isMissing = (isItem || (inJson && isKey)) && !/[[{,(]$/.test(before);
  return {
    slot,
    needsComma: isFollowed && !isEndOfHeredoc && !(isItem && character !== '"' && character !== '\\' && !sameLine),
    commaBefore: isMissing ? before.length : null,
  };
}

/** A word without quotes. It can only follow a bracket, a sign or a line break. */
function bareSlot(text: string, offset: number): Slot | null {
  const typed = /[\w:*.-]*$/.exec(text.slice(0, offset))?.[0] ?? '';
  const rest = /^[\w*.-]*/.exec(text.slice(offset))?.[0] ?? '';
  return { start: offset - typed.length, end: offset + rest.length, quotes: 'none' };
}

function stringSlot(text: string, offset: number, start: number, quote: string): Slot {
  const after = /^[^\n]*/.exec(text.slice(offset))?.[0] ?? '';
  const end = after.indexOf(quote);
  const isClosed = end !== -1 && !/[,={}[\]\s]/.test(after.slice(0, end));
  // A colon after the word separates a key from its value.
  const word = /^[\w*/.-]*(?::[\w*/.-]+)*/.exec(after)?.[0] ?? '';
  return { start, end: offset + (isClosed ? end : word.length), quotes: isClosed ? 'both' : 'open' };
}
