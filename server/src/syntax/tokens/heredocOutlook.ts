import type { Frames } from '../reader/openBrackets.ts';
import { isCloser } from './lineShape.ts';
import { TokenKind, type Tokens } from './tokens.ts';

/**
 * The number of characters that are examined after a closing marker. Text without a mistake so far is taken as correct.
 */
const REACH = 4096;

/** The number of brackets around a heredoc that are examined, from the innermost outwards. */
const DEPTH = 64;

/** What the outlook needs from a lexer: to read on from an offset, each heredoc to its first closing marker. */
interface Probe {
  readonly text: string;
  readonly tokens: Tokens;
  readonly frames: Frames;
  readonly position: number;
  readonly newlineBefore: boolean;
  readonly inTemplateText: boolean;
  restart(offset: number): void;
  skipBlanks(): boolean;
  readToken(): void;
}

/**
 * Decides whether a heredoc that contains another opener with its own marker really ends at the first closing marker.
 * In every valid text it does. When the marker is that of a later heredoc, what follows often closes what is not open,
 * or leaves open what it should close.
 *
 * The answer depends on nothing but what is open and the text from the marker to the end of the top-level item.
 */
export class HeredocOutlook {
  readonly #newProbe: () => Probe;
  #probe: Probe | undefined;
  /** The last range that was read, its verdict, and the open brackets at its start. */
  #from = 0;
  #to = 0;
  #wasRight = true;
  #shape = '';

  constructor(newProbe: () => Probe) {
    this.#newProbe = newProbe;
  }

  /** Forgets what was read, because another top-level item begins. */
  reset(): void {
    this.#to = 0;
  }

  fits(open: Frames, offset: number): boolean {
    const shape = shapeOf(open);
    // Each range is read once: a lexer that follows a correct range reads it in the same way.
    if (offset >= this.#from && offset < this.#to && (this.#wasRight || shape === this.#shape)) return this.#wasRight;
    this.#wasRight = this.#read(open, offset);
    this.#from = offset;
    this.#shape = shape;
    this.#to = this.#probe?.position ?? offset;
    return this.#wasRight;
  }

  #read(open: Frames, offset: number): boolean {
    this.#probe ??= this.#newProbe();
    const probe = this.#probe;
    begin(probe, open, offset);
    const { frames, text } = probe;
    while (probe.skipBlanks()) {
      if (!frames.balanced || frames.strayBrace) return false;
      const isOver = frames.depth === 0 && probe.newlineBefore;
      if (isOver) return open.depth > DEPTH || !isCloser(text.charCodeAt(probe.position));
      if (probe.position - offset > REACH) return true;
      probe.readToken();
    }
    return frames.balanced;
  }
}

/** Moves the probe to the offset, with the same open brackets as another lexer. */
function begin(probe: Probe, open: Frames, offset: number): void {
  probe.restart(offset);
  const opener = probe.tokens.push(TokenKind.Invalid, offset, offset, false);
  for (let depth = outermost(open); depth < open.depth; depth += 1) {
    probe.frames.push(open.kindAt(depth), opener, open.lineAt(depth), open.indentAt(depth));
  }
}

function shapeOf(open: Frames): string {
  let shape = '';
  for (let depth = outermost(open); depth < open.depth; depth += 1)
    shape += `${open.kindAt(depth)}.${open.indentAt(depth)} `;
  return shape;
}

function outermost(open: Frames): number {
  return Math.max(0, open.depth - DEPTH);
}
