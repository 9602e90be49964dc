import type { SyntaxKind } from 'jsonc-parser';
import { createScanner } from 'jsonc-parser';
import { wordAround } from '../point.ts';

/** Token codes of jsonc-parser's scanner, whose enumeration only exists in its types. */
const TOKEN = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  string: 10,
  end: 17,
} as const satisfies Record<string, SyntaxKind>;

const UNCLOSED_STRING = 2;

/** An object or array that the cursor is in. `start` is the offset of its bracket; `key` the last key of an object. */
export interface JsonFrame {
  readonly kind: 'object' | 'array';
  readonly start: number;
  key: string;
  phase: 'key' | 'colon' | 'value' | 'after';
}

/** The token that the cursor touches. */
export interface JsonTouched {
  readonly start: number;
  readonly end: number;
  readonly isString: boolean;
  /** A string with its closing quote. */
  readonly isClosed: boolean;
}

export interface JsonPosition {
  /** From the outermost in. */
  readonly frames: readonly JsonFrame[];
  readonly touched: JsonTouched | null;
}

/** Reads JSON up to an offset, however broken it is; linear in the text before the offset. */
export function jsonPositionAt(text: string, offset: number): JsonPosition {
  const scanner = createScanner(text, true);
  const frames: JsonFrame[] = [];
  for (let token = scanner.scan(); token !== TOKEN.end; token = scanner.scan()) {
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    if (start >= offset) break;
    const isString = token === TOKEN.string;
    const isClosed = isString && scanner.getTokenError() !== UNCLOSED_STRING;
    const isBracketOrMark = token <= TOKEN.colon;
    if (end > offset || (end === offset && !isBracketOrMark && !isClosed)) {
      return { frames, touched: { start, end, isString, isClosed } };
    }
    advance(frames, token, start, scanner.getTokenValue());
  }
  const word = wordAround(text, offset);
  const touched = word.end > offset ? { ...word, isString: false, isClosed: false } : null;
  return { frames, touched };
}

function advance(frames: JsonFrame[], token: SyntaxKind, start: number, value: string): void {
  const frame = frames.at(-1);
  switch (token) {
    case TOKEN.openBrace:
      frames.push({ kind: 'object', start, key: '', phase: 'key' });
      return;
    case TOKEN.openBracket:
      frames.push({ kind: 'array', start, key: '', phase: 'value' });
      return;
    case TOKEN.closeBrace:
      close(frames, 'object');
      return;
    case TOKEN.closeBracket:
      close(frames, 'array');
      return;
    case TOKEN.comma:
      if (frame !== undefined) frame.phase = frame.kind === 'object' ? 'key' : 'value';
      return;
    case TOKEN.colon:
      if (frame?.kind === 'object') frame.phase = 'value';
      return;
    default:
      if (frame !== undefined) word(frame, token === TOKEN.string ? value : null);
  }
}

/** A string directly after a value is a key whose comma is missing. */
function word(frame: JsonFrame, text: string | null): void {
  if (frame.kind === 'array' || frame.phase === 'value') frame.phase = 'after';
  else if (text !== null) {
    frame.key = text;
    frame.phase = 'colon';
  }
}

function close(frames: JsonFrame[], kind: JsonFrame['kind']): void {
  const index = frames.findLastIndex((frame) => frame.kind === kind);
  if (index === -1) return;
  frames.length = index;
  const outer = frames.at(-1);
  if (outer !== undefined) outer.phase = 'after';
}
