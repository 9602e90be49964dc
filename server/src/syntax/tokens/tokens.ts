const kinds = {
  End: 0,
  Newline: 1,
  Identifier: 2,
  Number: 3,
  QuoteOpen: 4,
  QuoteClose: 5,
  HeredocOpen: 6,
  HeredocClose: 7,
  /** Literal template text. */
  Literal: 8,
  /** Template text with escapes in it. */
  EscapedLiteral: 9,
  InterpolationOpen: 10,
  DirectiveOpen: 11,
  TemplateClose: 12,
  BraceOpen: 13,
  BraceClose: 14,
  BracketOpen: 15,
  BracketClose: 16,
  ParenOpen: 17,
  ParenClose: 18,
  Equals: 19,
  Comma: 20,
  Dot: 21,
  Colon: 22,
  DoubleColon: 23,
  Question: 24,
  Arrow: 25,
  Ellipsis: 26,
  Or: 27,
  And: 28,
  Equal: 29,
  NotEqual: 30,
  Less: 31,
  LessOrEqual: 32,
  Greater: 33,
  GreaterOrEqual: 34,
  Plus: 35,
  Minus: 36,
  Star: 37,
  Slash: 38,
  Percent: 39,
  Not: 40,
  Invalid: 41,
} as const;

/** The kind of a token. `Newline` and `End` are never stored: a `Cursor` sees them between tokens. */
export const TokenKind: Readonly<Record<keyof typeof kinds, number>> = kinds;

const FIELDS = 4;
const INITIAL_COUNT = 1024;
const LARGEST_SPARE = 1 << 20;
const NOTHING = new Int32Array(0);

/** Working memory of the last reader that has ended; allocating it for each piece took longer than reading. */
let spare: Int32Array | null = null;
const NEWLINE_BEFORE = 1 << 8;

/**
 * Tokens of a text, four numbers each: kind with flags, start, end, match.
 *
 * The match of an opener is the index of its closer; when it was left open, minus the index of the token that it ends
 * before. The match of a header's first identifier is the same for a block whose `{` is absent. All else has 0.
 */
export class Tokens {
  count = 0;
  #data: Int32Array;

  constructor() {
    this.#data = spare ?? new Int32Array(INITIAL_COUNT * FIELDS);
    spare = null;
  }

  /** Gives the memory to the next reader. The tokens are gone. */
  release(): void {
    this.count = 0;
    if (this.#data.length <= LARGEST_SPARE) spare = this.#data;
    this.#data = NOTHING;
  }

  push(kind: number, start: number, end: number, newlineBefore: boolean): number {
    const index = this.count;
    const at = index * FIELDS;
    if (at >= this.#data.length) this.#grow();
    const data = this.#data;
    data[at] = newlineBefore ? kind | NEWLINE_BEFORE : kind;
    data[at + 1] = start;
    data[at + 2] = end;
    data[at + 3] = 0;
    this.count = index + 1;
    return index;
  }

  kind(index: number): number {
    return (this.#data[index * FIELDS] ?? 0) & 0xff;
  }

  /** True when a line ended between this token and the one before it. */
  newlineBefore(index: number): boolean {
    return ((this.#data[index * FIELDS] ?? 0) & NEWLINE_BEFORE) !== 0;
  }

  start(index: number): number {
    return this.#data[index * FIELDS + 1] ?? 0;
  }

  end(index: number): number {
    return this.#data[index * FIELDS + 2] ?? 0;
  }

  match(index: number): number {
    return this.#data[index * FIELDS + 3] ?? 0;
  }

  setMatch(index: number, match: number): void {
    this.#data[index * FIELDS + 3] = match;
  }

  #grow(): void {
    const larger = new Int32Array(Math.max(INITIAL_COUNT * FIELDS, this.#data.length * 2));
    larger.set(this.#data);
    this.#data = larger;
  }
}
