import { TokenKind } from '../tokens/tokens.ts';
import type { Stray } from '../tree/tree.ts';
import { messages } from './syntaxMessages.ts';
import type { Cursor } from './tokenCursor.ts';

/** What people write between a name and a value instead of "=": `name: "x"`, `name == "x"`, `name => "x"`, `name := "x"`. */
const IN_PLACE_OF_EQUALS: ReadonlySet<number> = new Set([TokenKind.Colon, TokenKind.Equal, TokenKind.Arrow]);

/** What begins a value but never a label of a block. */
const VALUE_STARTS: ReadonlySet<number> = new Set([
  TokenKind.Number,
  TokenKind.BracketOpen,
  TokenKind.ParenOpen,
  TokenKind.HeredocOpen,
  TokenKind.Not,
  TokenKind.Minus,
]);

/** What may follow a label of a block on its line. */
const AFTER_LABEL: ReadonlySet<number> = new Set([
  TokenKind.Identifier,
  TokenKind.QuoteOpen,
  TokenKind.BraceOpen,
  TokenKind.Comma,
  TokenKind.Equals,
  TokenKind.Invalid,
]);

const CONSTANTS: ReadonlySet<string> = new Set(['true', 'false', 'null']);
const LABELLED_BLOCKS: ReadonlySet<string> = new Set(['dynamic', 'provisioner']);

/**
 * Reads over an argument in the body of a block without its "=" or with another sign instead, and reports that. Null,
 * without consuming anything, when the line may be anything else.
 */
export function takeArgumentWithoutEquals(cursor: Cursor): Stray | null {
  const { tokens, position } = cursor;
  if (cursor.depth === 0 || tokens.match(position) !== 0 || !lacksEquals(cursor)) return null;
  const name = cursor.takeName();
  reportLostEquals(cursor, messages.argumentEqualsMissing);
  cursor.skipJunk(false);
  return { kind: 'Stray', start: name.start, end: Math.max(name.end, cursor.lastEnd), name };
}

/**
 * Reports at the cursor, which is after a name, that "=" is missing before a value or must replace another sign, which
 * is consumed; false, without a report, when no value follows.
 */
export function reportLostEquals(cursor: Cursor, missing: string): boolean {
  const { kind, position, tokens } = cursor;
  if (IN_PLACE_OF_EQUALS.has(kind)) {
    const isWalrus = kind === TokenKind.Colon && tokens.kind(position + 1) === TokenKind.Equals;
    const { start, end } = { start: tokens.start(position), end: tokens.end(isWalrus ? position + 1 : position) };
    cursor.report(start, end, messages.equalsInstead, { start, end, text: '=' });
    cursor.position += isWalrus ? 2 : 1;
    return true;
  }
  if (!VALUE_STARTS.has(kind) && !AFTER_LABEL.has(kind)) return false;
  if (kind === TokenKind.Comma || kind === TokenKind.Equals || kind === TokenKind.Invalid) return false;
  const { start, end } = cursor.range(position);
  const text = cursor.lastEnd === start ? ' = ' : '= ';
  cursor.report(start, end, missing, { start, end: start, text });
  return true;
}

function lacksEquals(cursor: Cursor): boolean {
  const { nextKind, position } = cursor;
  if (VALUE_STARTS.has(nextKind) || IN_PLACE_OF_EQUALS.has(nextKind)) return true;
  if (nextKind === TokenKind.QuoteOpen) return isLoneString(cursor);
  if (nextKind === TokenKind.Identifier) return isLoneExpression(cursor);
  return nextKind === TokenKind.BraceOpen && hasQuotedKey(cursor, position + 2);
}

/** The kind of the token at an index; `Newline` or `End` when the line of the cursor's item ends before it. */
function kindOnLine({ tokens, limit }: Cursor, index: number): number {
  if (index >= limit) return TokenKind.End;
  return tokens.newlineBefore(index) ? TokenKind.Newline : tokens.kind(index);
}

/** `name "x"`, alone on its line or with an operator after the string. */
function isLoneString(cursor: Cursor): boolean {
  const { text, tokens, position } = cursor;
  const close = tokens.match(position + 1);
  if (close <= 0 || LABELLED_BLOCKS.has(text.slice(tokens.start(position), tokens.end(position)))) return false;
  return !AFTER_LABEL.has(kindOnLine(cursor, close + 1));
}

/** `policy file("x")`, `repository aws_ecr_repository.a.name`, `force_delete true`. */
function isLoneExpression(cursor: Cursor): boolean {
  const { text, tokens, position } = cursor;
  const after = kindOnLine(cursor, position + 2);
  if (after !== TokenKind.End && after !== TokenKind.Newline) return !AFTER_LABEL.has(after);
  return CONSTANTS.has(text.slice(tokens.start(position + 1), tokens.end(position + 1)));
}

/** True when `"key" =` or `"key" :` follows a `{`, which objects have but blocks do not. */
function hasQuotedKey({ tokens, limit }: Cursor, index: number): boolean {
  if (index >= limit || tokens.kind(index) !== TokenKind.QuoteOpen) return false;
  const close = tokens.match(index);
  if (close <= 0 || close + 1 >= limit) return false;
  const after = tokens.kind(close + 1);
  return after === TokenKind.Equals || after === TokenKind.Colon;
}
