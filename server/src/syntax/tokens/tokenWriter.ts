import { FrameKind, Frames } from '../reader/openBrackets.ts';
import { isExpressionWord } from './lineShape.ts';
import { TokenKind, Tokens } from './tokens.ts';
import { TriviaReader } from './triviaReader.ts';

/** Writes tokens and keeps the open constructs; ends those that are certainly left open. */
export class TokenWriter extends TriviaReader {
  readonly tokens: Tokens;
  readonly frames: Frames;
  /** True after the `=` or `:` of an argument or of an object's item. */
  protected inValue = false;

  constructor(text: string) {
    super(text);
    this.tokens = new Tokens();
    this.frames = new Frames(this.tokens);
  }

  protected push(kind: number, length: number): number {
    const index = this.tokens.push(kind, this.position, this.position + length, this.newlineBefore);
    this.position += length;
    this.newlineBefore = false;
    return index;
  }

  protected open(frame: number, kind: number, length: number): void {
    const { frames } = this;
    // A bracket in place of a name is always a mistake, and the next line ends it.
    const isBracket = frame >= FrameKind.Object && frame <= FrameKind.Bracket;
    const isLoose = isBracket && !this.inValue && frames.top <= FrameKind.Object;
    const indent = isLoose ? Number.MAX_SAFE_INTEGER : this.lineIndent();
    frames.push(frame, this.push(kind, length), this.lineStart, indent);
    if (frame === FrameKind.Object) this.inValue = false;
  }

  /** Ends constructs that are certainly left open; quoted strings among them ended on the line where they began. */
  protected abandon(depth: number): void {
    const { frames, tokens } = this;
    let end = tokens.count;
    for (let above = depth; above < frames.depth; above += 1) {
      if (frames.kindAt(above) !== FrameKind.Quote) continue;
      end = this.firstOnLaterLine(frames.openerAt(above));
      break;
    }
    frames.abandonTo(depth, end);
  }

  protected firstOnLaterLine(opener: number): number {
    const { tokens } = this;
    let index = opener + 1;
    while (index < tokens.count && !tokens.newlineBefore(index)) {
      const match = tokens.match(index);
      index = match > index ? match + 1 : index + 1;
    }
    return index;
  }

  /** Ends the strings with interpolations that are open and began on this line. */
  protected endStringsOfLine(): void {
    const { frames, tokens } = this;
    let outermost = frames.depth;
    for (let depth = frames.depth - 1; depth >= 0; depth -= 1) {
      if (tokens.start(frames.openerAt(depth)) < this.lineStart) break;
      if (frames.kindAt(depth) === FrameKind.Quote) outermost = depth;
    }
    frames.abandonTo(outermost, tokens.count);
  }

  /** True for an interpolation of a quoted string that began on an earlier line. */
  protected isQuotedOverLines(depth: number): boolean {
    const { frames, tokens } = this;
    return frames.kindAt(depth - 1) === FrameKind.Quote && tokens.start(frames.openerAt(depth)) < this.lineStart;
  }

  /** At a token that no interpolation can contain: one from an earlier line was left open. */
  protected endLooseInterpolation(): void {
    const { frames, tokens } = this;
    const depth = frames.depth - 1;
    if (frames.top !== FrameKind.Interpolation || !this.isQuotedOverLines(depth)) return;
    if (tokens.kind(frames.openerAt(depth)) === TokenKind.InterpolationOpen) this.abandon(depth - 1);
  }

  /** True after a name or a string. */
  protected followsOperand(): boolean {
    const { tokens } = this;
    const last = tokens.count - 1;
    if (tokens.kind(last) === TokenKind.QuoteClose) return true;
    if (tokens.kind(last) !== TokenKind.Identifier) return false;
    return !isExpressionWord(this.text, tokens.start(last), tokens.end(last));
  }
}
