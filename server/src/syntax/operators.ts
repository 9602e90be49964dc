import { TokenKind } from './tokens.ts';
import type { BinaryOperator } from './tree.ts';

/** A token of punctuation: its kind and how many characters it takes. */
export interface Punctuation {
  readonly kind: number;
  readonly length: number;
}

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

const byFirstCharacter: Punctuation[][] = [];
const spellingOf: string[] = [];
for (const [spelling, kind] of spellings) {
  const code = spelling.charCodeAt(0);
  const group = byFirstCharacter[code] ?? [];
  group.push({ kind, length: spelling.length });
  byFirstCharacter[code] = group;
  spellingOf[kind] = spelling;
}

/** The longest punctuation at the offset, or undefined. */
export function punctuationAt(text: string, offset: number): Punctuation | undefined {
  const group = byFirstCharacter[text.charCodeAt(offset)];
  if (group === undefined) return undefined;
  for (const candidate of group) {
    if (candidate.length === 1 || text.startsWith(spellingOf[candidate.kind] ?? '', offset)) return candidate;
  }
  return undefined;
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

/** How tightly a binary operator binds, from 1 (`||`) to 6 (`*`); 0 for what is none. */
export function precedenceOf(kind: number): number {
  return precedences[kind] ?? 0;
}

/** The operator that a token of a precedence above 0 is. */
export function binaryOperatorOf(kind: number): BinaryOperator {
  return binaryOperators[kind] ?? '||';
}
