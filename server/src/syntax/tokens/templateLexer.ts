import { FrameKind } from '../reader/openBrackets.ts';
import { identifierEnd, lineEnd, lineStart, spaceEnd, startsIdentifier } from './characters.ts';
import { type HeredocEnd, HeredocLines } from './heredocLines.ts';
import { literalEnd, unclosedTextEnd } from './templateText.ts';
import { TokenKind } from './tokens.ts';
import { TokenWriter } from './tokenWriter.ts';

/** Reads the text of quoted strings and heredocs. */
export class TemplateLexer extends TokenWriter {
  readonly #heredocLines: HeredocLines;
  readonly #heredocEnds: HeredocEnd[] = [];

  constructor(text: string) {
    super(text);
    this.#heredocLines = new HeredocLines(text);
  }

  protected override startAt(offset: number): void {
    super.startAt(offset);
    this.#heredocEnds.length = 0;
  }

  /** True inside a heredoc, whatever is open in it. */
  protected get inHeredoc(): boolean {
    return this.#heredocEnds.length > 0;
  }

  /** The text of the innermost heredoc has ended, but interpolations in it are still open. */
  protected leaveInterpolations(): void {
    let depth = this.frames.depth;
    while (depth > 0 && this.frames.kindAt(depth - 1) !== FrameKind.Heredoc) depth -= 1;
    this.frames.abandonTo(depth, this.tokens.count);
  }

  /** False when the text after the offset, where a heredoc may end, cannot follow the heredoc. */
  protected fitsBehind(_offset: number): boolean {
    return true;
  }

  protected openHeredoc(): boolean {
    const { text, position } = this;
    const wordStart = text.charCodeAt(position + 2) === 45 ? position + 3 : position + 2;
    if (!startsIdentifier(text, wordStart)) return false;
    const wordEnd = identifierEnd(text, wordStart);
    const newline = text.charCodeAt(wordEnd) === 13 ? wordEnd + 1 : wordEnd;
    if (text.charCodeAt(newline) !== 10) return false;
    const openerLine = lineStart(text, position);
    const marker = text.slice(wordStart, wordEnd);
    const fitsAt = (terminator: number): boolean => this.fitsBehind(lineEnd(text, terminator));
    const outerEnd = this.inHeredoc ? this.end : -1;
    const own = this.#heredocLines.endOf(marker, openerLine, newline + 1, outerEnd, fitsAt);
    const end =
      own.offset < this.end || this.#heredocEnds.length === 0 ? own : this.#nestedEnd(own, marker, openerLine);
    if (!end.terminated) this.guessed = true;
    this.open(FrameKind.Heredoc, TokenKind.HeredocOpen, wordEnd - position);
    this.#heredocEnds.push(end);
    this.end = end.offset;
    this.position = newline + 1;
    this.lineStart = newline + 1;
    return true;
  }

  /** The end of a heredoc inside one with the same marker: it takes the first marker, the outer one the next. */
  #nestedEnd(own: HeredocEnd, marker: string, openerLine: number): HeredocEnd {
    const ends = this.#heredocEnds;
    const outer = ends[ends.length - 1];
    const unclosed = { offset: this.end, terminated: false };
    if (outer?.terminated !== true || own.offset !== outer.offset) return unclosed;
    const after = lineEnd(this.text, own.offset) + 1;
    const next = this.#heredocLines.endOf(marker, openerLine, after, this.text.length, () => false);
    const around = ends[ends.length - 2]?.offset ?? this.text.length;
    if (!next.terminated || next.offset >= around) return unclosed;
    ends[ends.length - 1] = next;
    return own;
  }

  protected readHeredoc(): void {
    const { text, position, frames } = this;
    const end = this.#heredocEnds[this.#heredocEnds.length - 1];
    if (end !== undefined && position < end.offset) {
      this.#readText(literalEnd(text, position, end.offset, false), false);
      return;
    }
    this.#heredocEnds.pop();
    this.end = this.#heredocEnds[this.#heredocEnds.length - 1]?.offset ?? text.length;
    if (end?.terminated === true) {
      this.lineStart = position;
      while (!startsIdentifier(text, this.position)) this.position += 1;
      frames.close(this.push(TokenKind.HeredocClose, identifierEnd(text, this.position) - this.position));
      // White space after the marker belongs to it, even where none is allowed.
      this.position = spaceEnd(text, this.position);
      return;
    }
    frames.abandonTo(frames.depth - 1, this.tokens.count);
    if (text.charCodeAt(position - 1) === 10) this.position = position - 1;
  }

  protected readQuoted(): void {
    const { text, position, frames } = this;
    const found = literalEnd(text, position, this.end, true);
    const code = text.charCodeAt(found < 0 ? ~found : found);
    if (found !== position || code === 36 || code === 37) this.#readText(found, true);
    else if (code === 34) frames.close(this.push(TokenKind.QuoteClose, 1));
    else this.#endUnclosedQuote();
  }

  /** Template text up to where `literalEnd` found its end, or the interpolation that begins here. */
  #readText(found: number, isQuoted: boolean): void {
    const { text, position } = this;
    if (found !== position) {
      if (found < 0) this.push(TokenKind.EscapedLiteral, ~found - position);
      else this.push(TokenKind.Literal, found - position);
      if (!isQuoted) this.passLines(position);
      return;
    }
    const kind = text.charCodeAt(position) === 36 ? TokenKind.InterpolationOpen : TokenKind.DirectiveOpen;
    const length = text.charCodeAt(position + 2) === 126 ? 3 : 2;
    this.open(FrameKind.Interpolation, kind, length);
  }

  /** A quoted string that reaches the end of its line; surrounding strings that began on this line end with it. */
  #endUnclosedQuote(): void {
    const { text, position, frames, tokens } = this;
    const start = lineStart(text, position);
    let depth = frames.depth - 1;
    const last = tokens.count - 1;
    const textEnd = unclosedTextEnd(text, tokens.start(last), position, this.#openOnLine(depth - 1, start));
    if (textEnd < position && tokens.kind(last) >= TokenKind.Literal && tokens.kind(last) <= TokenKind.EscapedLiteral) {
      const kind = tokens.kind(last);
      this.position = tokens.start(last);
      tokens.count = last;
      if (textEnd > this.position) this.push(kind, textEnd - this.position);
    } else {
      for (let below = depth - 1; below >= 0 && tokens.start(frames.openerAt(below)) >= start; below -= 1) {
        const kind = frames.kindAt(below);
        const inHeredoc = kind === FrameKind.Interpolation && frames.kindAt(below - 1) === FrameKind.Heredoc;
        if (kind === FrameKind.Quote || inHeredoc) depth = below;
      }
    }
    frames.abandonTo(depth, tokens.count);
  }

  /** The closer of the bracket at that depth if it was opened on the line that starts at `start`; else 0. */
  #openOnLine(depth: number, start: number): number {
    const { frames, tokens } = this;
    if (depth < 0 || tokens.start(frames.openerAt(depth)) < start) return 0;
    const kind = frames.kindAt(depth);
    if (kind === FrameKind.Paren) return 41;
    if (kind === FrameKind.Bracket) return 93;
    return kind === FrameKind.Object || kind === FrameKind.Body ? 125 : 0;
  }
}
