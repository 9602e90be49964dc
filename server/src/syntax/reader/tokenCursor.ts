import { blankEnd, lineStart } from '../tokens/characters.ts';
import { TokenKind, type Tokens } from '../tokens/tokens.ts';
import type { Expression, Name, Range, Remedy, SyntaxProblem } from '../tree/tree.ts';
import { invalidCharacterMessage, messages } from './syntaxMessages.ts';

/** The maximum nesting of constructs. */
export const NESTING_LIMIT = 400;
/** The maximum number of operators or accesses in one expression. */
export const CHAIN_LIMIT = 1000;

/** The result of `Cursor.enter`, for `Cursor.leave`. */
export interface Enclosure {
  readonly limit: number;
  readonly newlinesMatter: boolean;
  /** The index of the closing token, or -1. */
  readonly closer: number;
  /** The token before which the construct ends. */
  readonly end: number;
}

/** A position among the tokens, with the rules that apply there, and the problems found so far. */
export class Cursor {
  readonly text: string;
  readonly tokens: Tokens;
  readonly problems: SyntaxProblem[] = [];
  position = 0;
  /** Tokens from here on are out of reach, because they belong to an enclosing construct. */
  limit: number;
  newlinesMatter = true;
  /** The token whose preceding line end has been handled. */
  lineToken = 0;
  /** True once the expression of the current item continued on another line where that is not allowed. */
  isBroken = false;
  /** True when a colon follows the current key of an object. */
  hasColon = false;
  depth = 0;
  /** The end of the last unclosed construct. */
  #reached = 0;
  /** The number of guesses so far. */
  guesses = 0;
  /** Reads an expression; a field, so that the reader's modules need not import each other in a circle. */
  readonly readExpression: (cursor: Cursor) => Expression;

  constructor(text: string, tokens: Tokens, readExpression: (cursor: Cursor) => Expression) {
    this.text = text;
    this.tokens = tokens;
    this.limit = tokens.count;
    this.readExpression = readExpression;
  }

  /** The kind of the token at the position: `End` beyond the limit, `Newline` when a line end matters. */
  get kind(): number {
    const { position } = this;
    if (position >= this.limit) return TokenKind.End;
    if (this.newlinesMatter && position !== this.lineToken && this.tokens.newlineBefore(position)) {
      return TokenKind.Newline;
    }
    return this.tokens.kind(position);
  }

  /** Begins an argument, a block or an item of an object at the position. */
  beginItem(): void {
    this.lineToken = this.position;
    this.isBroken = false;
    this.hasColon = false;
  }

  /** The kind of the token after the one at the position, under the same rules. */
  get nextKind(): number {
    const next = this.position + 1;
    if (next >= this.limit) return TokenKind.End;
    if (this.newlinesMatter && this.tokens.newlineBefore(next)) return TokenKind.Newline;
    return this.tokens.kind(next);
  }

  /** The start of the token at the position; where the text in reach ends beyond the limit. */
  get start(): number {
    return this.position < this.tokens.count ? this.tokens.start(this.position) : this.text.length;
  }

  /** The end of what was read so far: of the last token, or of an unclosed construct after it. */
  get lastEnd(): number {
    return Math.max(this.#lastTokenEnd, this.#reached);
  }

  get #lastTokenEnd(): number {
    return this.position === 0 ? 0 : this.tokens.end(this.position - 1);
  }

  /** Consumes the token at the position and returns its range. */
  take(): Range {
    const range = this.range(this.position);
    this.position += 1;
    return range;
  }

  range(index: number): Range {
    return { start: this.tokens.start(index), end: this.tokens.end(index) };
  }

  takeName(): Name {
    const start = this.tokens.start(this.position);
    const end = this.tokens.end(this.position);
    this.position += 1;
    return { kind: 'Name', start, end, text: this.text.slice(start, end) };
  }

  /** True when the token at the position is this word. */
  isWord(word: string): boolean {
    return this.kind === TokenKind.Identifier && this.#reads(word);
  }

  #reads(word: string): boolean {
    const start = this.tokens.start(this.position);
    return this.tokens.end(this.position) - start === word.length && this.text.startsWith(word, start);
  }

  /** Limits the cursor to the inside of the construct that the token `opener` begins. */
  enter(opener: number, newlinesMatter: boolean): Enclosure {
    const match = this.tokens.match(opener);
    const closed = match > 0 && match < this.limit;
    const end = Math.min(this.limit, match === 0 ? this.limit : Math.abs(match));
    const enclosure = { limit: this.limit, newlinesMatter: this.newlinesMatter, closer: closed ? match : -1, end };
    this.limit = end;
    this.newlinesMatter = newlinesMatter;
    return enclosure;
  }

  /** Ends what `enter` began and moves past it; returns the range of the closer. */
  leave(enclosure: Enclosure): Range | null {
    this.limit = enclosure.limit;
    this.newlinesMatter = enclosure.newlinesMatter;
    this.position = enclosure.closer === -1 ? Math.max(this.position, enclosure.end) : enclosure.closer + 1;
    return enclosure.closer === -1 ? null : this.range(enclosure.closer);
  }

  /** End of an unclosed construct: the last line that can still belong to it. */
  openEnd(): number {
    const { position, lastEnd, tokens } = this;
    let end = this.text.length;
    if (position < tokens.count) {
      const start = tokens.start(position);
      end = tokens.newlineBefore(position) ? lineStart(this.text, start) : start;
    }
    this.#reached = Math.max(lastEnd, end);
    return this.#reached;
  }

  /** Where a user would write what is missing at the position: after the blanks that follow the last token. */
  gap(): number {
    const { lastEnd } = this;
    return Math.max(lastEnd, Math.min(blankEnd(this.text, lastEnd), this.start));
  }

  /** A `MissingExpression` at the position, and its problem. */
  missing(message: string): Expression {
    const at = this.gap();
    this.reportHere(message);
    return { kind: 'MissingExpression', start: at, end: at };
  }

  /** Reports that something else was expected at the position. */
  reportHere(message: string): void {
    const { kind, position } = this;
    if (kind === TokenKind.End || kind === TokenKind.Newline) {
      const at = this.#lastTokenEnd;
      this.report(at, at, message);
    } else if (kind === TokenKind.Invalid) {
      this.reportToken(position, invalidCharacterMessage(this.text, this.tokens.start(position)));
    } else {
      this.reportToken(position, message);
    }
  }

  reportToken(index: number, message: string): void {
    this.report(this.tokens.start(index), this.tokens.end(index), message);
  }

  /** Reports a problem, and the text that would fix it at a place. */
  report(start: number, end: number, message: string, remedy?: Remedy): void {
    this.guesses += 1;
    this.problems.push(remedy === undefined ? { start, end, message } : { start, end, message, remedy });
  }

  /** Reports an invalid escape, or a carriage return that does not end a line. */
  reportEscape(start: number, end: number): void {
    const isEscape = this.text.charCodeAt(start) === 92;
    this.report(start, end, isEscape ? messages.escape : invalidCharacterMessage(this.text, start));
  }

  /** Skips meaningless tokens up to a line end, a comma, or the limit; brackets with their contents. */
  skipJunk(atComma: boolean): void {
    for (;;) {
      const { kind } = this;
      if (kind === TokenKind.End || kind === TokenKind.Newline || (atComma && kind === TokenKind.Comma)) return;
      if (kind === TokenKind.Invalid) this.reportHere(messages.expression);
      const match = this.tokens.match(this.position);
      const end = match > 0 ? match + 1 : -match;
      this.position = Math.min(this.limit, Math.max(this.position + 1, end));
    }
  }
}
