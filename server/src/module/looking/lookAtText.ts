import { CONCERN_WORDS } from '../../facts/product/concernWords.ts';
import { WordSearch } from './wordSearch.ts';

/** What the bytes of a code file show before it is read. */
export interface TextLook {
  /** True when something in it may concern ECR. */
  readonly concerns: boolean;
  /** The texts in `source = "…"`, anywhere; complete only when nothing concerns ECR. */
  readonly sources: readonly string[];
  /** True when it may have `moved` or `removed` blocks, which may name calls that are gone. */
  readonly moves?: true;
}

const SOURCE = 'source';
/** The end of `removed` too. */
const MOVED = 'moved';
const WORDS = [...CONCERN_WORDS.map(({ word }) => word), SOURCE, MOVED];
const [SOURCE_INDEX, MOVED_INDEX] = [WORDS.length - 2, WORDS.length - 1];

const [TAB, NEWLINE, RETURN, SPACE, QUOTE, HASH, DOLLAR, BRACKET, SLASH, COLON, LESS, EQUALS, BACKSLASH, BRACE] = [
  9, 10, 13, 32, 34, 35, 36, 40, 47, 58, 60, 61, 92, 123,
];

let search: WordSearch | undefined;

/** Scans the bytes of a code file in Terraform's language or, with `isJson`, in its JSON syntax. */
export function lookAtText(bytes: Uint8Array, isJson: boolean): TextLook {
  search ??= new WordSearch(WORDS);
  // Any character of JSON may be escaped, also the slash of a path.
  let concerns = isJson && bytes.includes(BACKSLASH);
  const sources: string[] = [];
  const found = { moves: false };
  if (concerns) return { concerns, sources };
  search.find(bytes, (word, start) => {
    if (word === MOVED_INDEX) {
      found.moves ||= !isPartOfWord(bytes[start + MOVED.length]);
      return concerns;
    }
    const source = word === SOURCE_INDEX ? sourceAt(bytes, start, isJson) : UNSURE;
    if (source === UNSURE) concerns = true;
    else if (source !== null) sources.push(source);
    return concerns;
  });
  return { concerns, sources, ...(found.moves && { moves: true }) };
}

/** A source in a form that only reading can resolve. */
const UNSURE = Symbol('unsure');

/** The text assigned to a `source` at a place; null when the word is part of another, or gets no text. */
function sourceAt(bytes: Uint8Array, start: number, isJson: boolean): string | null | typeof UNSURE {
  if (isPartOfWord(bytes[start - 1])) return null;
  let at = start + SOURCE.length;
  if (isPartOfWord(bytes[at])) return null;
  if (isJson && bytes[at] === QUOTE) at += 1;
  at = afterBlanks(bytes, at);
  if (isComment(bytes, at)) return UNSURE;
  if (bytes[at] !== EQUALS && bytes[at] !== COLON) return null;
  at = afterBlanks(bytes, at + 1);
  const next = bytes[at];
  if (next === QUOTE) return textAt(bytes, at + 1);
  // Comments, brackets, heredocs, and lists of JSON.
  const isPlain = !isComment(bytes, at) && next !== BRACKET && next !== LESS && !(isJson && next !== undefined);
  return isPlain ? null : UNSURE;
}

/** The text up to the next quote; null for one with an interpolation, which names no folder. */
function textAt(bytes: Uint8Array, start: number): string | null | typeof UNSURE {
  let end = start;
  for (; end < bytes.length; end += 1) {
    const byte = bytes[end];
    if (byte === QUOTE) break;
    if (byte === BACKSLASH || byte === NEWLINE) return UNSURE;
    // Two of them are an escape.
    if (byte === BRACE && bytes[end - 1] === DOLLAR) return bytes[end - 2] === DOLLAR ? UNSURE : null;
  }
  return new TextDecoder().decode(bytes.subarray(start, end));
}

function afterBlanks(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] === SPACE || bytes[at] === TAB || bytes[at] === NEWLINE || bytes[at] === RETURN) at += 1;
  return at;
}

function isComment(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === HASH || bytes[at] === SLASH;
}

/** True for letters, digits, `_`, `-`, and all non-ASCII bytes. */
function isPartOfWord(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  return byte >= 0x80 || /[\w-]/.test(String.fromCharCode(byte));
}
