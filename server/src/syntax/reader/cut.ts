import { blankEnd, lineStart } from '../tokens/characters.ts';
import { Lexer } from '../tokens/lexer.ts';
import { isCloser, LineShape, lineShapeAt } from '../tokens/lineShape.ts';
import { FrameKind } from './openBrackets.ts';

/** A range of top-level text. */
export interface Cut {
  readonly start: number;
  readonly end: number;
  /** False when its end depends on later text, so that an edit there may move it. */
  readonly settled: boolean;
  /** True when it contains a `}` without an opener, which may close something left open earlier. */
  readonly strayBrace: boolean;
}

/** What is known about the text after an edit, so that splitting can stop there. */
export interface KnownTail {
  /** True for the offset of an earlier cut after which text and cuts are unchanged. */
  isCut(offset: number): boolean;
  /** The last such cut that is not after the offset, if no later `}` closes anything before it; else -1. */
  quietCutBefore(offset: number): number;
}

/**
 * Cuts text into stretches that each hold one top-level item with the comments and blank lines before it. What a
 * bracket that is never closed leaves open ends at the next line that can only be the next item: at a block's header
 * no deeper than the item itself.
 *
 * One pass, and a second over what follows the first unclosed bracket, when there is one.
 */
export class Cutter {
  readonly #text: string;
  readonly #lexer: Lexer;
  readonly #tail: KnownTail;
  readonly #cuts: Cut[] = [];
  #start: number;
  #itemIndent = -1;
  /** Offsets of openers that are known never to be closed. */
  readonly #unclosed = new Set<number>();

  /** `from` must be the start of a line outside all constructs. */
  constructor(text: string, from: number, tail: KnownTail) {
    this.#text = text;
    this.#lexer = new Lexer(text, false);
    this.#tail = tail;
    this.#start = from;
    this.#lexer.restart(from);
  }

  /** The cuts from the first offset to where they meet the known tail, or to the end of the text. */
  run(): readonly Cut[] {
    const lexer = this.#lexer;
    for (;;) {
      if (!lexer.skipBlanks()) {
        if (this.#retry()) continue;
        this.#finish();
        return this.#end();
      }
      if (!lexer.inTemplateText && lexer.newlineBefore) {
        const boundary = this.#boundaryHere();
        if (boundary !== -1) {
          this.#cut(boundary);
          if (this.#tail.isCut(boundary)) return this.#end();
          continue;
        }
        if (lexer.frames.depth > 0 && this.#inQuietTail() && this.#retry()) continue;
      }
      lexer.readToken();
    }
  }

  #end(): readonly Cut[] {
    this.#lexer.tokens.release();
    return this.#cuts;
  }

  /** The offset of the boundary before the line at the lexer's position, or -1. */
  #boundaryHere(): number {
    const { tokens, frames, position, lineStart: line, lineBreak } = this.#lexer;
    const indent = position - line;
    if (tokens.count === 0) {
      this.#itemIndent = indent;
      return -1;
    }
    if (indent > this.#itemIndent) return -1;
    if (frames.depth === 0) return isCloser(this.#text.charCodeAt(position)) ? -1 : lineBreak;
    if (frames.top !== FrameKind.Body || !this.#unclosed.has(tokens.start(frames.openerAt(0)))) return -1;
    if (lineShapeAt(this.#text, position) !== LineShape.BlockHeader) return -1;
    return this.#beforeComments(line, tokens.end(tokens.count - 1));
  }

  /** True when the lexer passed a known cut, and nothing after it closes what is open before it. */
  #inQuietTail(): boolean {
    const { tokens, comments, position } = this.#lexer;
    const cut = this.#tail.quietCutBefore(position);
    if (cut === -1 || cut < tokens.end(tokens.count - 1)) return false;
    for (let index = comments.length - 1; index >= 0; index -= 1) {
      const comment = comments[index];
      if (comment === undefined || comment.end <= cut) return true;
      if (comment.start < cut) return false;
    }
    return true;
  }

  /** The comments directly above a line belong to it. */
  #beforeComments(line: number, least: number): number {
    let start = line;
    while (start > 0) {
      const above = lineStart(this.#text, start - 1);
      if (above < least || !this.#isComment(above)) return start;
      start = above;
    }
    return start;
  }

  #isComment(line: number): boolean {
    const first = blankEnd(this.#text, line);
    return (
      first - line <= this.#itemIndent && (this.#text.startsWith('#', first) || this.#text.startsWith('//', first))
    );
  }

  #cut(end: number): void {
    const { guessed, frames } = this.#lexer;
    const settled = !guessed && frames.depth === 0;
    this.#cuts.push({ start: this.#start, end, settled, strayBrace: frames.strayBrace });
    this.#start = end;
    this.#lexer.restart(end);
  }

  /**
   * Called at the end of the text with brackets still open. Remembers them as unclosed and restarts at the last cut;
   * false when nothing new was learnt.
   */
  #retry(): boolean {
    const { frames, tokens } = this.#lexer;
    if (frames.depth === 0 || this.#unclosed.has(tokens.start(frames.openerAt(0)))) return false;
    for (let depth = 0; depth < frames.depth; depth += 1) this.#unclosed.add(tokens.start(frames.openerAt(depth)));
    this.#lexer.restart(this.#start);
    return true;
  }

  /** The last item, and what follows it as a separate range. */
  #finish(): void {
    const { tokens, frames, lineBreak, guessed } = this.#lexer;
    const { length } = this.#text;
    const settled = !guessed && frames.depth === 0 && lineBreak !== -1;
    const end = tokens.count > 0 && settled ? lineBreak : length;
    const strayBrace = frames.strayBrace;
    this.#cuts.push({ start: this.#start, end, settled, strayBrace });
    if (end < length) this.#cuts.push({ start: end, end: length, settled: false, strayBrace: false });
  }
}

/** A tail about which nothing is known. */
export function unknownTail(): KnownTail {
  return { isCut: () => false, quietCutBefore: () => -1 };
}
