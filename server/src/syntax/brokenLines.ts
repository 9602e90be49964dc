import { messages } from './reader/syntaxMessages.ts';
import type { Cursor } from './reader/tokenCursor.ts';
import { TokenKind } from './tokens/tokens.ts';

/** Kinds of tokens that an expression can begin with. */
const BEGINNINGS: ReadonlySet<number> = new Set([
  TokenKind.Identifier,
  TokenKind.Number,
  TokenKind.QuoteOpen,
  TokenKind.HeredocOpen,
  TokenKind.BracketOpen,
  TokenKind.BraceOpen,
  TokenKind.ParenOpen,
  TokenKind.Not,
  TokenKind.Minus,
]);

/**
 * Continues on the next line after an operator that ends its line, outside of parentheses; not when that line begins an
 * argument, a block or a key of its own. Reports that once per item.
 */
export function continueBehind(cursor: Cursor): void {
  if (cursor.kind === TokenKind.Newline && goesOn(cursor)) goOn(cursor, cursor.position - 1);
}

/** Continues on a line that begins with an operator that is expected here, because no line can begin with one. */
export function continueBefore(cursor: Cursor, isWanted: (kind: number) => boolean): void {
  if (cursor.kind === TokenKind.Newline && isWanted(cursor.tokens.kind(cursor.position))) goOn(cursor, cursor.position);
}

function goOn(cursor: Cursor, operator: number): void {
  if (!cursor.isBroken) cursor.reportToken(operator, messages.expressionBroken);
  cursor.isBroken = true;
  cursor.lineToken = cursor.position;
}

function goesOn({ tokens, position, limit, hasColon }: Cursor): boolean {
  const kind = tokens.kind(position);
  if (!BEGINNINGS.has(kind)) return false;
  if (kind !== TokenKind.Identifier && kind !== TokenKind.QuoteOpen) return true;
  const next = kind === TokenKind.QuoteOpen ? Math.abs(tokens.match(position)) + 1 : position + 1;
  if (next >= limit || tokens.newlineBefore(next)) return true;
  const following = tokens.kind(next);
  const isHeader = following === TokenKind.BraceOpen || following === TokenKind.QuoteOpen;
  if (following === TokenKind.Equals || (kind === TokenKind.Identifier && isHeader)) return false;
  if (following !== TokenKind.Colon || !hasColon) return true;
  // `"key" : value` of an object whose keys have colons; at the end of a line it is that of a conditional.
  return next + 1 >= limit || tokens.newlineBefore(next + 1);
}
