import { TokenKind } from '../../tokens/tokens.ts';
import type { BinaryOperator } from '../../tree/tree.ts';

const spellings: readonly (readonly [string, number])[] = [
  ['...', TokenKind.Ellipsis],
  ['::', TokenKind.DoubleColon],
  ['=>', TokenKind.Arrow],
  ['==', TokenKind.Equal],
  ['!=', TokenKind.NotEqual],
  ['<=', TokenKind.LessOrEqual],
  ['>=', TokenKind.GreaterOrEqual],
  ['&&', TokenKind.And],
  ['||', TokenKind.Or],
  ['=', TokenKind.Equals],
  [',', TokenKind.Comma],
  ['.', TokenKind.Dot],
  [':', TokenKind.Colon],
  ['?', TokenKind.Question],
  ['<', TokenKind.Less],
  ['>', TokenKind.Greater],
  ['+', TokenKind.Plus],
  ['-', TokenKind.Minus],
  ['*', TokenKind.Star],
  ['/', TokenKind.Slash],
  ['%', TokenKind.Percent],
  ['!', TokenKind.Not],
];

const single = new Uint8Array(128);
const double = new Uint8Array(128 * 128);
const lengths = new Uint8Array(64);
for (const [spelling, kind] of spellings) {
  const first = spelling.charCodeAt(0);
  lengths[kind] = spelling.length;
  if (spelling.length === 1) single[first] = kind;
  else if (spelling.length === 2) double[first * 128 + spelling.charCodeAt(1)] = kind;
}

/** The kind of the longest punctuation at the offset; `End` when there is none. */
export function punctuationAt(text: string, offset: number): number {
  const first = text.charCodeAt(offset);
  if (first >= 128) return TokenKind.End;
  const second = text.charCodeAt(offset + 1);
  if (second === 46 && first === 46 && text.charCodeAt(offset + 2) === 46) return TokenKind.Ellipsis;
  const pair = second < 128 ? (double[first * 128 + second] ?? 0) : 0;
  return pair === 0 ? (single[first] ?? 0) : pair;
}

/** The length of a kind of punctuation, in characters. */
export function punctuationLength(kind: number): number {
  return lengths[kind] ?? 1;
}

const precedences = new Uint8Array(64);
const binaryOperators: (BinaryOperator | undefined)[] = [];
const levels: readonly (readonly [number, BinaryOperator, number])[] = [
  [1, '||', TokenKind.Or],
  [2, '&&', TokenKind.And],
  [3, '==', TokenKind.Equal],
  [3, '!=', TokenKind.NotEqual],
  [4, '<', TokenKind.Less],
  [4, '<=', TokenKind.LessOrEqual],
  [4, '>', TokenKind.Greater],
  [4, '>=', TokenKind.GreaterOrEqual],
  [5, '+', TokenKind.Plus],
  [5, '-', TokenKind.Minus],
  [6, '*', TokenKind.Star],
  [6, '/', TokenKind.Slash],
  [6, '%', TokenKind.Percent],
];
for (const [precedence, operator, kind] of levels) {
  precedences[kind] = precedence;
  binaryOperators[kind] = operator;
}

/** All binary operators. */
export const BINARY_OPERATORS: readonly BinaryOperator[] = levels.map(([, operator]) => operator);

/** How tightly a binary operator binds, from 1 (`||`) to 6 (`*`); 0 for any other token. */
export function precedenceOf(kind: number): number {
  return precedences[kind] ?? 0;
}

/** The operator of a token with a precedence above 0. */
export function binaryOperatorOf(kind: number): BinaryOperator {
  return binaryOperators[kind] ?? '||';
}
