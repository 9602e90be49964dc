import { punctuationAt, punctuationLength } from '../reader/expressions/operatorTokens.ts';
import { FrameKind } from '../reader/openBrackets.ts';
import { identifierEnd, isDigit, numberEnd, startsIdentifier } from './characters.ts';
import { HeredocOutlook } from './heredocOutlook.ts';
import { isCloser, LineShape, lineShapeAt, standingIndent } from './lineShape.ts';
import { TemplateLexer } from './templateLexer.ts';
import { continuesOnLine } from './templateText.ts';
import { TokenKind } from './tokens.ts';

/**
 * Cuts text into tokens, and finds the partner of each bracket, quote and interpolation on the way.
 *
 * What is left open in a way that no valid text can have ends here: a quoted string at its line's end, an
 * interpolation over several lines or a parenthesis at a line that begins an argument or a block.
 */
export class Lexer extends TemplateLexer {
  #statement = 0;
  #statementIndent = 0;
  #isHeader = false;
  #bodyJustOpened = false;
  /** The indentation of the last argument's or item's line. */
  #itemIndent = 0;
  readonly #layout: boolean;
  readonly #isProbe: boolean;
  #outlook: HeredocOutlook | undefined;

  /**
   * `layout`: indentation decides which bracket a closer closes. For text whose brackets do not match. `isProbe`: each
   * heredoc ends at its first closing marker, whatever follows.
   */
  constructor(text: string, layout: boolean, isProbe = false) {
    super(text);
    this.#layout = layout;
    this.#isProbe = isProbe;
  }

  /** Starts again at the offset of a line outside all constructs, forgetting tokens and comments. */
  restart(offset: number): void {
    this.startAt(offset);
    this.#outlook?.reset();
    this.tokens.count = 0;
    this.frames.reset();
    this.#isHeader = false;
    this.#bodyJustOpened = false;
  }

  /** Reads all tokens to the end of the text. */
  readAll(): void {
    while (this.skipBlanks()) this.readToken();
    this.frames.finish();
  }

  protected override fitsBehind(offset: number): boolean {
    if (this.#isProbe) return true;
    this.#outlook ??= new HeredocOutlook(() => new Lexer(this.text, false, true));
    const fits = this.#outlook.fits(this.frames, offset);
    // With more brackets open, it might end there, and the rest might close them.
    if (!fits) this.frames.strayBrace = true;
    return fits;
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
      if (!this.inHeredoc) {
        return false;
      }
      this.leaveInterpolations();
      return true;
    }
    if (this.newlineBefore) this.#beginLine();
    return true;
  }

  /** Reads the token (or the stretch of template text) at the position. */
  readToken(): void {
    const top = this.frames.top;
    if (top === FrameKind.Quote) this.readQuoted();
    else if (top === FrameKind.Heredoc) this.readHeredoc();
    else this.#readCode(top <= FrameKind.Body);
  }

  #beginLine(): void {
    const { frames, text, position } = this;
    if (this.#layout && frames.top <= FrameKind.Body && this.#isHeader) this.#adoptUnbracedHeader();
    if (frames.depth === 0 || (frames.top === FrameKind.Body && !this.#layout)) return;
    const shape = lineShapeAt(text, position);
    const written = position - this.lineStart;
    const indent = shape === LineShape.Attribute ? standingIndent(text, position, written) : written;
    if (this.#layout) this.#endByLayout(shape, indent);
    if (shape === LineShape.Other) return;
    if (this.#layout && frames.top <= FrameKind.Object) this.#adoptUnbracedObject(indent);
    const stop = shape === LineShape.BlockHeader ? FrameKind.Body : FrameKind.Object;
    const depth = frames.argumentDepth(stop, indent);
    if (depth < frames.depth) this.abandon(depth);
    if (frames.top === FrameKind.Heredoc) this.position = this.lineStart;
  }

  /** Ends everything that cannot contain a line with this indentation and shape. */
  #endByLayout(shape: number, indent: number): void {
    const { frames } = this;
    const code = this.text.charCodeAt(this.position);
    const isItem = shape !== LineShape.Other || (code === 123 && frames.top === FrameKind.Object);
    const isOther = !isItem && !isCloser(code);
    const depth = frames.indentDepth(indent, isItem, isOther ? FrameKind.Object : FrameKind.Body);
    frames.abandonTo(depth, this.tokens.count);
  }

  /** A header without `{`, followed by a deeper line: that line is in its body. */
  #adoptUnbracedHeader(): void {
    this.#isHeader = false;
    const { frames } = this;
    if (this.position - this.lineStart <= this.#statementIndent) return;
    if (frames.depth > 0 && this.#statementIndent <= frames.indentAt(frames.depth - 1)) return;
    if (!startsIdentifier(this.text, this.position)) return;
    this.frames.push(FrameKind.Body, this.#statement, this.lineStart, this.#statementIndent);
    this.frames.balanced = false;
  }

  /** A `key =` or a key alone, followed by a deeper item: that item is in an object without `{`. */
  #adoptUnbracedObject(indent: number): void {
    const { frames, tokens } = this;
    const last = tokens.count - 1;
    const kind = tokens.kind(last);
    const isKey = kind === TokenKind.Identifier && frames.top === FrameKind.Object && tokens.newlineBefore(last);
    if (indent <= this.#itemIndent || (kind !== TokenKind.Equals && !isKey)) return;
    frames.push(FrameKind.Object, last, this.lineStart, this.#itemIndent);
    frames.balanced = false;
  }

  #readCode(inBody: boolean): void {
    const { text, position } = this;
    const code = text.charCodeAt(position);
    const isWord = startsIdentifier(text, position);
    if (this.newlineBefore && this.frames.top <= FrameKind.Object) {
      this.inValue = false;
      this.#itemIndent = position - this.lineStart;
    }
    if (inBody && (this.newlineBefore || this.#bodyJustOpened)) {
      this.#statement = this.tokens.count;
      this.#statementIndent = position - this.lineStart;
      this.#isHeader = isWord;
    }
    this.#bodyJustOpened = false;
    if (isWord) {
      this.push(TokenKind.Identifier, identifierEnd(text, position) - position);
      return;
    }
    if (code === 34) {
      this.open(FrameKind.Quote, TokenKind.QuoteOpen, 1);
      return;
    }
    if (code === 123) {
      this.#openBrace(this.#isHeader && inBody);
      return;
    }
    if (inBody) this.#isHeader = false;
    if (isDigit(code)) this.push(TokenKind.Number, numberEnd(text, position) - position);
    else if (!this.#readBracket(code)) this.#readPunctuation(code);
  }

  #readBracket(code: number): boolean {
    switch (code) {
      case 125:
        this.#closeBrace();
        return true;
      case 40:
        this.open(FrameKind.Paren, TokenKind.ParenOpen, 1);
        return true;
      case 91:
        this.open(FrameKind.Bracket, TokenKind.BracketOpen, 1);
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

  #openBrace(wasHeader: boolean): void {
    const { frames } = this;
    let isBody = wasHeader;
    if (frames.top === FrameKind.Interpolation && this.followsOperand()) {
      // No expression has a `{` directly after a name or a string, but a header does, so the surrounding string is
      // unclosed.
      this.endStringsOfLine();
      isBody = this.#isHeader && frames.top <= FrameKind.Body;
    }
    this.#isHeader = false;
    this.open(isBody ? FrameKind.Body : FrameKind.Object, TokenKind.BraceOpen, 1);
    this.#bodyJustOpened = isBody;
  }

  /** A `)` or `]`. */
  #closeGroup(kind: number, tokenKind: number): void {
    const { frames, tokens } = this;
    this.endLooseInterpolation();
    const depth = this.#layout ? this.#layoutDepth((found) => found === kind) : frames.groupDepth(kind);
    if (depth === -1) {
      frames.balanced = false;
      this.push(tokenKind, 1);
      return;
    }
    frames.abandonTo(depth + 1, tokens.count);
    frames.close(this.push(tokenKind, 1));
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
        this.push(TokenKind.BraceClose, 1);
        return;
      }
      const isInterpolation = frames.kindAt(depth) === FrameKind.Interpolation;
      if (isInterpolation && this.isQuotedOverLines(depth)) {
        goesOn ??= continuesOnLine(this.text, this.position + 1);
        if (!goesOn) {
          this.abandon(depth - 1);
          continue;
        }
      }
      frames.abandonTo(depth + 1, tokens.count);
      frames.close(this.push(isInterpolation ? TokenKind.TemplateClose : TokenKind.BraceClose, 1));
      return;
    }
  }

  #readPunctuation(code: number): void {
    const { text, position, frames } = this;
    if (code === 60 && text.charCodeAt(position + 1) === 60 && this.openHeredoc()) return;
    if (code === 126 && text.charCodeAt(position + 1) === 125 && frames.top === FrameKind.Interpolation) {
      frames.close(this.push(TokenKind.TemplateClose, 2));
      return;
    }
    const kind = punctuationAt(text, position);
    if (kind === TokenKind.End) {
      this.push(TokenKind.Invalid, this.#invalidLength(code));
      return;
    }
    if (kind === TokenKind.Comma || kind === TokenKind.Equals) this.endLooseInterpolation();
    if (frames.top <= FrameKind.Object) this.#noteSeparator(kind);
    this.push(kind, punctuationLength(kind));
  }

  #noteSeparator(kind: number): void {
    if (kind === TokenKind.Equals || kind === TokenKind.Colon) this.inValue = true;
    else if (kind === TokenKind.Comma) this.inValue = false;
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
}
