import { TokenKind } from '../../../syntax/tokens/tokens.ts';
import type { Point, Slot } from '../point.ts';
import { bareSlot, hasNewline } from '../point.ts';
import type { SeenText, SeenToken } from './openTokens.ts';
import { seenText } from './openTokens.ts';

/** The cursor is at the start of an expression, or at a name after a dot in one. */
export interface ExpressionCursor {
  /** The names before the last dot, without keys in brackets; null at the start of an expression. */
  readonly path: readonly string[] | null;
  readonly slot: Slot;
}

/** What an expression follows in any brackets. */
const OPERATORS: ReadonlySet<number> = new Set([
  TokenKind.Colon,
  TokenKind.Question,
  TokenKind.Arrow,
  TokenKind.Or,
  TokenKind.And,
  TokenKind.Equal,
  TokenKind.NotEqual,
  TokenKind.Less,
  TokenKind.LessOrEqual,
  TokenKind.Greater,
  TokenKind.GreaterOrEqual,
  TokenKind.Plus,
  TokenKind.Minus,
  TokenKind.Star,
  TokenKind.Slash,
  TokenKind.Percent,
  TokenKind.Not,
  TokenKind.Equals,
]);
const BEGINNINGS: ReadonlySet<number> = new Set([
  TokenKind.ParenOpen,
  TokenKind.BracketOpen,
  TokenKind.InterpolationOpen,
]);
/** What the marker of a heredoc follows. */
const HEREDOC = /<<-?$/;
const TEXTS: ReadonlySet<number> = new Set([TokenKind.QuoteOpen, TokenKind.HeredocOpen]);

/** The expression that is being written at a point outside comments; null when none is allowed, as in plain text. */
export function expressionCursor({ text, offset }: Point): ExpressionCursor | null {
  const slot = bareSlot(text, offset);
  if (/^\d/.test(text.slice(slot.start, slot.end)) || !endsAt(text, slot.end)) return null;
  const before = text.slice(0, slot.start);
  if (HEREDOC.test(before)) return null;
  const seen = seenText(before);
  const last = seen.tokens.at(-1);
  const around = seen.open.at(-1);
  if (last === undefined || around === undefined) return null;
  const opener = seen.tokens[around]?.kind ?? TokenKind.End;
  if (TEXTS.has(opener)) return null;
  if (last.kind === TokenKind.Dot) {
    const path = pathBefore(seen);
    return path.length === 0 ? null : { path, slot };
  }
  const isNewLine = hasNewline(text, last.end, slot.start);
  const isPart = text.charAt(slot.end) === '.';
  return !isPart && begins(last, opener, isNewLine) ? { path: null, slot } : null;
}

/** True when an expression may end: another value after it would not belong to anything. */
function endsAt(text: string, offset: number): boolean {
  return /^(?:[ \t]*(?:$|[\r\n,)\]}?:+*%&|>#/-]|[=!]=|<(?!<))|\.)/.test(text.slice(offset, offset + 200));
}

function begins({ kind, text }: SeenToken, opener: number, isNewLine: boolean): boolean {
  const isInBraces = opener === TokenKind.BraceOpen;
  if (BEGINNINGS.has(kind)) return true;
  // In braces a line end ends the value, and a comma leads to a key.
  if (isInBraces && isNewLine) return false;
  if (kind === TokenKind.Comma) return !isInBraces;
  return OPERATORS.has(kind) || (kind === TokenKind.Identifier && (text === 'in' || text === 'if'));
}

/** The names of the reference that ends in the last dot. */
function pathBefore({ tokens }: SeenText): readonly string[] {
  const names: string[] = [];
  let at = tokens.length - 1;
  while (tokens[at]?.kind === TokenKind.Dot) {
    at = beforeKeys(tokens, at - 1);
    const token = tokens[at];
    if (token?.kind !== TokenKind.Identifier) return [];
    names.unshift(token.text);
    at -= 1;
  }
  return names;
}

/** The index of what keys in brackets follow. */
function beforeKeys(tokens: readonly SeenToken[], from: number): number {
  let at = from;
  while (tokens[at]?.kind === TokenKind.BracketClose) {
    let depth = 0;
    do {
      const kind = tokens[at]?.kind;
      if (kind === TokenKind.BracketClose) depth += 1;
      if (kind === TokenKind.BracketOpen) depth -= 1;
      at -= 1;
    } while (depth > 0 && at >= 0);
  }
  return at;
}
