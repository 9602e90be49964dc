import type { Tokens } from '../tokens/tokens.ts';

const kinds = {
  None: 0,
  Body: 1,
  Object: 2,
  Paren: 3,
  Bracket: 4,
  Quote: 5,
  Heredoc: 6,
  /** `${ … }` or `%{ … }`. */
  Interpolation: 7,
} as const;

/** The state of a lexer. */
export const FrameKind: Readonly<Record<keyof typeof kinds, number>> = kinds;

/** How far a closer searches for its opener; anything further away is not a mistyped bracket. */
const SEARCH_LIMIT = 24;

interface OpenBracket {
  kind: number;
  /** The token that opened it. */
  opener: number;
  /** The start of the opener's line, and its indentation. */
  line: number;
  indent: number;
}

/** The constructs that are open at a place of the text; writes the partners of their openers into the tokens. */
export class Frames {
  depth = 0;
  /** The kind of the innermost construct. A field, because each token reads it. */
  top: number = FrameKind.None;
  /** False once any bracket had no partner. */
  balanced = true;
  /** True once a `}` had no opener. */
  strayBrace = false;
  readonly #frames: OpenBracket[] = [];
  readonly #tokens: Tokens;
  #lastClosedLine = -1;

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  reset(): void {
    this.depth = 0;
    this.top = FrameKind.None;
    this.balanced = true;
    this.strayBrace = false;
    this.#lastClosedLine = -1;
  }

  kindAt(depth: number): number {
    return depth < 0 ? FrameKind.None : (this.#frames[depth]?.kind ?? FrameKind.None);
  }

  openerAt(depth: number): number {
    return this.#frames[depth]?.opener ?? 0;
  }

  lineAt(depth: number): number {
    return this.#frames[depth]?.line ?? 0;
  }

  indentAt(depth: number): number {
    return this.#frames[depth]?.indent ?? 0;
  }

  push(kind: number, opener: number, line: number, indent: number): void {
    const frame = this.#frames[this.depth];
    if (frame === undefined) {
      this.#frames.push({ kind, opener, line, indent });
    } else {
      frame.kind = kind;
      frame.opener = opener;
      frame.line = line;
      frame.indent = indent;
    }
    this.depth += 1;
    this.top = kind;
  }

  /** Ends the innermost construct at its closer. */
  close(closer: number): void {
    this.depth -= 1;
    this.top = this.kindAt(this.depth - 1);
    this.#lastClosedLine = this.lineAt(this.depth);
    this.#tokens.setMatch(this.openerAt(this.depth), closer);
  }

  /** Ends the innermost constructs down to `depth` without closers, before the token `end`. */
  abandonTo(depth: number, end: number): void {
    while (this.depth > depth) {
      this.balanced = false;
      this.depth -= 1;
      const opener = this.openerAt(this.depth);
      this.#tokens.setMatch(opener, opener < end ? -end : -this.#tokens.count);
    }
    this.top = this.kindAt(this.depth - 1);
  }

  /** The depth of the frame that a `}` closes: the nearest brace or interpolation; -1 for none. */
  braceDepth(): number {
    for (let depth = this.depth - 1; depth >= 0; depth -= 1) {
      const kind = this.kindAt(depth);
      if (kind === FrameKind.Body || kind === FrameKind.Object || kind === FrameKind.Interpolation) return depth;
    }
    return -1;
  }

  /** The depth of the frame that a `)` or `]` closes: the nearest of its kind in the innermost brace; -1 for none. */
  groupDepth(kind: number): number {
    const least = Math.max(0, this.depth - SEARCH_LIMIT);
    for (let depth = this.depth - 1; depth >= least; depth -= 1) {
      const found = this.kindAt(depth);
      if (found === kind) return depth;
      if (found !== FrameKind.Paren && found !== FrameKind.Bracket) break;
    }
    return -1;
  }

  /**
   * The depth of the frame that a closer closes by layout, -1 for none. At the start of a line it closes what began on
   * a line with the same indentation; elsewhere it only skips what was opened on the same line.
   */
  layoutDepth(isKind: (kind: number) => boolean, line: number, indent: number, isFirst: boolean): number {
    const least = Math.max(0, this.depth - SEARCH_LIMIT);
    for (let depth = this.depth - 1; depth >= least; depth -= 1) {
      const kind = this.kindAt(depth);
      if (kind >= FrameKind.Quote) return -1;
      const own = this.indentAt(depth);
      if (isFirst) {
        if (own < indent) return -1;
        if (own === indent && isKind(kind)) return depth;
      } else {
        if (isKind(kind)) return depth;
        const opened = this.lineAt(depth);
        if (opened !== line && opened !== this.#lastClosedLine) return -1;
      }
    }
    return -1;
  }

  /** True for a frame that is a piece of an expression inside one string, bracket or parenthesis. */
  isGroup(depth: number): boolean {
    const kind = this.kindAt(depth);
    return kind === FrameKind.Paren || kind === FrameKind.Bracket;
  }

  /**
   * The maximum depth of a line that begins an argument (`stop` Object) or a block (`stop` Body) at this indentation:
   * neither can be inside parentheses, brackets or an interpolation, so those with the same or a greater indentation
   * have ended.
   */
  argumentDepth(stop: number, indent: number): number {
    let depth = this.depth;
    while (depth > 0) {
      const kind = this.kindAt(depth - 1);
      if (kind <= stop || kind === FrameKind.Heredoc) break;
      if (kind < FrameKind.Quote && this.indentAt(depth - 1) < indent) break;
      depth -= 1;
    }
    return depth;
  }

  /**
   * The maximum depth of a line with this indentation by layout; frames of the same indentation end too when `orEqual`.
   * `least` is Body, or Object for a line that is neither an item nor a closer, which says nothing about the bodies
   * around it.
   */
  indentDepth(indent: number, orEqual: boolean, least: number): number {
    let depth = this.depth;
    while (depth > 0) {
      const own = this.indentAt(depth - 1);
      const kind = this.kindAt(depth - 1);
      if (kind < least || kind >= FrameKind.Quote || own < indent || (own === indent && !orEqual)) break;
      depth -= 1;
    }
    return depth;
  }

  /** Ends everything still open at the end of the text. */
  finish(): void {
    this.abandonTo(0, this.#tokens.count);
  }
}
