import { identifierEnd, isDigit, lineEnd, lineStart, numberEnd, startsIdentifier } from './characters.ts';
import { FrameKind, Frames } from './frames.ts';
import { type HeredocEnd, HeredocLines } from './heredocLines.ts';
import { LineShape, lineShapeAt } from './lineShape.ts';
import { punctuationAt, punctuationLength } from './operators.ts';
import { continuesOnLine, literalEnd, unclosedTextEnd } from './templateText.ts';
import { TokenKind, Tokens } from './tokens.ts';
import { TriviaReader } from './triviaReader.ts';

/**
 * Cuts text into tokens, and finds the partner of each bracket, quote and interpolation on the way.
 *
 * What is left open in a way that no valid text can have ends here: a quoted string at its line's end, an
 * interpolation over several lines or a parenthesis at a line that begins an argument or a block.
 */
export class Lexer extends TriviaReader {
  readonly tokens: Tokens;
  readonly frames: Frames;
  readonly #heredocLines: HeredocLines;
  readonly #heredocEnds: HeredocEnd[] = [];
  #statement = 0;
  #statementIndent = 0;
  #isHeader = false;
  #bodyJustOpened = false;
  /** True after the `=` or `:` of an argument or of an object's item. */
  #inValue = false;
  readonly #layout: boolean;

  /** `layout`: indentation decides which bracket a closer closes. For text whose brackets do not match. */
  constructor(text: string, layout: boolean) {
    super(text);
    this.#layout = layout;
    this.tokens = new Tokens();
    this.frames = new Frames(this.tokens);
    this.#heredocLines = new HeredocLines(text);
  }

  /** Starts again at the offset of a line outside all constructs, forgetting tokens and comments. */
  restart(offset: number): void {
    this.startAt(offset);
    this.tokens.count = 0;
    this.frames.reset();
    this.#heredocEnds.length = 0;
    this.#isHeader = false;
    this.#bodyJustOpened = false;
  }

  /** Reads all tokens to the end of the text. */
  readAll(): void {
    while (this.skipBlanks()) this.readToken();
    this.frames.finish();
  }

  /** True while the position is inside a string, a heredoc or an interpolation of one. */
  get inTemplateText(): boolean {
    const top = this.frames.top;
    return top === FrameKind.Quote || top === FrameKind.Heredoc;
  }

  /** Moves to the next token; false at the end of the text. */
  skipBlanks(): boolean {
    if (this.inTemplateText) return true;
    this.newlineBefore = this.tokens.count === 0;
    this.lineBreak = -1;
    this.skipTrivia();
    if (this.position >= this.end) {
      if (this.#heredocEnds.length === 0) {
        return false;
      }
      this.#leaveInterpolations();
      return true;
    }
    if (this.newlineBefore) this.#beginLine();
    return true;
  }

  /** Reads the token (or the stretch of template text) at the position. */
  readToken(): void {
    const top = this.frames.top;
    if (top === FrameKind.Quote) this.#readQuoted();
    else if (top === FrameKind.Heredoc) this.#readHeredoc();
    else this.#readCode(top <= FrameKind.Body);
  }

  /** The text of the innermost heredoc is over, but interpolations in it are still open. */
  #leaveInterpolations(): void {
    let depth = this.frames.depth;
    while (depth > 0 && this.frames.kindAt(depth - 1) !== FrameKind.Heredoc) depth -= 1;
    this.frames.abandonTo(depth, this.tokens.count);
  }

  #beginLine(): void {
    const { frames, text, position } = this;
    if (this.#layout && frames.top <= FrameKind.Body && this.#isHeader) this.#adoptUnbracedHeader();
    if (frames.depth === 0 || (frames.top === FrameKind.Body && !this.#layout)) return;
    const shape = lineShapeAt(text, position);
    const indent = position - this.lineStart;
    if (this.#layout) this.#endByLayout(shape, indent);
    if (shape === LineShape.Other) return;
    const stop = shape === LineShape.BlockHeader ? FrameKind.Body : FrameKind.Object;
    const depth = frames.argumentDepth(stop, indent);
    if (depth < frames.depth) this.#abandon(depth);
    if (frames.top === FrameKind.Heredoc) this.position = this.lineStart;
  }

  /** Ends what a line of this indent and shape cannot be inside of. */
  #endByLayout(shape: number, indent: number): void {
    const { frames } = this;
    const code = this.text.charCodeAt(this.position);
    const isItem = shape !== LineShape.Other || (code === 123 && frames.top === FrameKind.Object);
    const depth = frames.indentDepth(indent, isItem);
    frames.abandonTo(depth, this.tokens.count);
  }

  /** A header without `{`, and then a line deeper than it: that line is in its body. */
  #adoptUnbracedHeader(): void {
    this.#isHeader = false;
    const { frames } = this;
    if (this.position - this.lineStart <= this.#statementIndent) return;
    if (frames.depth > 0 && this.#statementIndent <= frames.indentAt(frames.depth - 1)) return;
    if (!startsIdentifier(this.text, this.position)) return;
    this.frames.push(FrameKind.Body, this.#statement, this.lineStart, this.#statementIndent);
    this.frames.balanced = false;
  }

  /** Ends constructs that are certainly left open; quoted strings among them ended on the line where they began. */
  #abandon(depth: number): void {
    const { frames, tokens } = this;
    let end = tokens.count;
    for (let above = depth; above < frames.depth; above += 1) {
      if (frames.kindAt(above) !== FrameKind.Quote) continue;
      end = this.#firstOnLaterLine(frames.openerAt(above));
      break;
    }
    frames.abandonTo(depth, end);
  }

  #firstOnLaterLine(opener: number): number {
    const { tokens } = this;
    let index = opener + 1;
    while (index < tokens.count && !tokens.newlineBefore(index)) {
      const match = tokens.match(index);
      index = match > index ? match + 1 : index + 1;
    }
    return index;
  }

  #push(kind: number, length: number): number {
    const index = this.tokens.push(kind, this.position, this.position + length, this.newlineBefore);
    this.position += length;
    this.newlineBefore = false;
    return index;
  }

  #open(frame: number, kind: number, length: number): void {
    const { frames } = this;
    // A bracket that stands where a name should can only be a mistake: the next line ends it.
    const isBracket = frame >= FrameKind.Object && frame <= FrameKind.Bracket;
    const isLoose = isBracket && !this.#inValue && frames.top <= FrameKind.Object;
    const indent = isLoose ? Number.MAX_SAFE_INTEGER : this.lineIndent();
    frames.push(frame, this.#push(kind, length), this.lineStart, indent);
    if (frame === FrameKind.Object) this.#inValue = false;
  }

  #readCode(inBody: boolean): void {
    const { text, position } = this;
    const code = text.charCodeAt(position);
    const isWord = startsIdentifier(text, position);
    if (this.newlineBefore && this.frames.top <= FrameKind.Object) this.#inValue = false;
    if (inBody && (this.newlineBefore || this.#bodyJustOpened)) {
      this.#statement = this.tokens.count;
      this.#statementIndent = position - this.lineStart;
      this.#isHeader = isWord;
    }
    this.#bodyJustOpened = false;
    if (isWord) {
      this.#push(TokenKind.Identifier, identifierEnd(text, position) - position);
      return;
    }
    if (code === 34) {
      this.#open(FrameKind.Quote, TokenKind.QuoteOpen, 1);
      return;
    }
    const wasHeader = this.#isHeader && inBody;
    this.#isHeader = false;
    if (isDigit(code)) this.#push(TokenKind.Number, numberEnd(text, position) - position);
    else if (!this.#readBracket(code, wasHeader)) this.#readPunctuation(code);
  }

  #readBracket(code: number, wasHeader: boolean): boolean {
    switch (code) {
      case 123:
        this.#open(wasHeader ? FrameKind.Body : FrameKind.Object, TokenKind.BraceOpen, 1);
        this.#bodyJustOpened = wasHeader;
        return true;
      case 125:
        this.#closeBrace();
        return true;
      case 40:
        this.#open(FrameKind.Paren, TokenKind.ParenOpen, 1);
        return true;
      case 91:
        this.#open(FrameKind.Bracket, TokenKind.BracketOpen, 1);
        return true;
      case 41:
        this.#closeGroup(FrameKind.Paren, TokenKind.ParenClose);
        return true;
      case 93:
        this.#closeGroup(FrameKind.Bracket, TokenKind.BracketClose);
        return true;
      default:
        return false;
    }
  }

  /** A `)` or `]`. */
  #closeGroup(kind: number, tokenKind: number): void {
    const { frames, tokens } = this;
    this.#endLooseInterpolation();
    const depth = this.#layout ? this.#layoutDepth((found) => found === kind) : frames.groupDepth(kind);
    if (depth === -1) {
      frames.balanced = false;
      this.#push(tokenKind, 1);
      return;
    }
    frames.abandonTo(depth + 1, tokens.count);
    frames.close(this.#push(tokenKind, 1));
  }

  #layoutDepth(isKind: (kind: number) => boolean): number {
    return this.frames.layoutDepth(isKind, this.lineStart, this.lineIndent(), this.newlineBefore);
  }

  #braceDepth(): number {
    const { frames } = this;
    const nearest = frames.braceDepth();
    if (!this.#layout || frames.kindAt(nearest) === FrameKind.Interpolation) return nearest;
    return this.#layoutDepth((kind) => kind === FrameKind.Body || kind === FrameKind.Object);
  }

  #closeBrace(): void {
    const { frames, tokens } = this;
    let goesOn: boolean | undefined;
    for (;;) {
      const depth = this.#braceDepth();
      if (depth === -1) {
        if (!this.#layout) frames.abandonTo(0, tokens.count);
        frames.balanced = false;
        frames.strayBrace = true;
        this.#push(TokenKind.BraceClose, 1);
        return;
      }
      const isInterpolation = frames.kindAt(depth) === FrameKind.Interpolation;
      if (isInterpolation && this.#isQuotedOverLines(depth)) {
        goesOn ??= continuesOnLine(this.text, this.position + 1);
        if (!goesOn) {
          this.#abandon(depth - 1);
          continue;
        }
      }
      frames.abandonTo(depth + 1, tokens.count);
      frames.close(this.#push(isInterpolation ? TokenKind.TemplateClose : TokenKind.BraceClose, 1));
      return;
    }
  }

  /** True for an interpolation of a quoted string that began on an earlier line. */
  #isQuotedOverLines(depth: number): boolean {
    const { frames, tokens } = this;
    return frames.kindAt(depth - 1) === FrameKind.Quote && tokens.start(frames.openerAt(depth)) < this.lineStart;
  }

  /** At a token that no interpolation can hold: one from an earlier line was left open there. */
  #endLooseInterpolation(): void {
    const { frames, tokens } = this;
    const depth = frames.depth - 1;
    if (frames.top !== FrameKind.Interpolation || !this.#isQuotedOverLines(depth)) return;
    if (tokens.kind(frames.openerAt(depth)) === TokenKind.InterpolationOpen) this.#abandon(depth - 1);
  }

  #readPunctuation(code: number): void {
    const { text, position, frames } = this;
    if (code === 60 && text.charCodeAt(position + 1) === 60 && this.#openHeredoc()) return;
    if (code === 126 && text.charCodeAt(position + 1) === 125 && frames.top === FrameKind.Interpolation) {
      frames.close(this.#push(TokenKind.TemplateClose, 2));
      return;
    }
    const kind = punctuationAt(text, position);
    if (kind === TokenKind.End) {
      this.#push(TokenKind.Invalid, this.#invalidLength(code));
      return;
    }
    if (kind === TokenKind.Comma || kind === TokenKind.Equals) this.#endLooseInterpolation();
    if (frames.top <= FrameKind.Object) this.#noteSeparator(kind);
    this.#push(kind, punctuationLength(kind));
  }

  #noteSeparator(kind: number): void {
    if (kind === TokenKind.Equals || kind === TokenKind.Colon) this.#inValue = true;
    else if (kind === TokenKind.Comma) this.#inValue = false;
  }

  /** A text in single quotes is one mistake, not several. */
  #invalidLength(code: number): number {
    const { text, position } = this;
    if (code === 39) {
      let close = position + 1;
      while (close < text.length && text.charCodeAt(close) !== 39 && text.charCodeAt(close) !== 10) close += 1;
      if (text.charCodeAt(close) === 39) return close + 1 - position;
    }
    return (text.codePointAt(position) ?? 0) > 0xffff ? 2 : 1;
  }

  #openHeredoc(): boolean {
    const { text, position } = this;
    const wordStart = text.charCodeAt(position + 2) === 45 ? position + 3 : position + 2;
    if (!startsIdentifier(text, wordStart)) return false;
    const wordEnd = identifierEnd(text, wordStart);
    const newline = text.charCodeAt(wordEnd) === 13 ? wordEnd + 1 : wordEnd;
    if (text.charCodeAt(newline) !== 10) return false;
    const openerLine = lineStart(text, position);
    const marker = text.slice(wordStart, wordEnd);
    const own = this.#heredocLines.endOf(marker, openerLine, newline + 1);
    const end =
      own.offset < this.end || this.#heredocEnds.length === 0 ? own : this.#nestedEnd(own, marker, openerLine);
    if (!end.terminated) this.guessed = true;
    this.#open(FrameKind.Heredoc, TokenKind.HeredocOpen, wordEnd - position);
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
    const next = this.#heredocLines.endOf(marker, openerLine, after);
    const around = ends[ends.length - 2]?.offset ?? this.text.length;
    if (!next.terminated || next.offset >= around) return unclosed;
    ends[ends.length - 1] = next;
    return own;
  }

  #readHeredoc(): void {
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
      frames.close(this.#push(TokenKind.HeredocClose, identifierEnd(text, this.position) - this.position));
      return;
    }
    frames.abandonTo(frames.depth - 1, this.tokens.count);
    if (text.charCodeAt(position - 1) === 10) this.position = position - 1;
  }

  #readQuoted(): void {
    const { text, position, frames } = this;
    const found = literalEnd(text, position, this.end, true);
    const code = text.charCodeAt(found < 0 ? ~found : found);
    if (found !== position || code === 36 || code === 37) this.#readText(found, true);
    else if (code === 34) frames.close(this.#push(TokenKind.QuoteClose, 1));
    else this.#endUnclosedQuote();
  }

  /** Template text as far as `literalEnd` found it, or the interpolation that begins here. */
  #readText(found: number, isQuoted: boolean): void {
    const { text, position } = this;
    if (found !== position) {
      if (found < 0) this.#push(TokenKind.EscapedLiteral, ~found - position);
      else this.#push(TokenKind.Literal, found - position);
      if (!isQuoted) this.passLines(position);
      return;
    }
    const kind = text.charCodeAt(position) === 36 ? TokenKind.InterpolationOpen : TokenKind.DirectiveOpen;
    const length = text.charCodeAt(position + 2) === 126 ? 3 : 2;
    this.#open(FrameKind.Interpolation, kind, length);
  }

  /** A quoted string that meets its line's end; strings around it that began on this line end with it. */
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
      if (textEnd > this.position) this.#push(kind, textEnd - this.position);
    } else {
      for (let below = depth - 1; below >= 0 && tokens.start(frames.openerAt(below)) >= start; below -= 1) {
        const kind = frames.kindAt(below);
        const inHeredoc = kind === FrameKind.Interpolation && frames.kindAt(below - 1) === FrameKind.Heredoc;
        if (kind === FrameKind.Quote || inHeredoc) depth = below;
      }
    }
    frames.abandonTo(depth, tokens.count);
  }

  /** The closer of the bracket at that depth when it was opened on the line that starts at `start`; else 0. */
  #openOnLine(depth: number, start: number): number {
    const { frames, tokens } = this;
    if (depth < 0 || tokens.start(frames.openerAt(depth)) < start) return 0;
    const kind = frames.kindAt(depth);
    if (kind === FrameKind.Paren) return 41;
    if (kind === FrameKind.Bracket) return 93;
    return kind === FrameKind.Object || kind === FrameKind.Body ? 125 : 0;
  }
}
