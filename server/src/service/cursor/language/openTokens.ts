import { Lexer } from '../../../syntax/tokens/lexer.ts';
import { TokenKind } from '../../../syntax/tokens/tokens.ts';

/** A token before the cursor. */
export interface SeenToken {
  readonly kind: number;
  readonly text: string;
  readonly end: number;
}

const OPENERS: ReadonlySet<number> = new Set([
  TokenKind.QuoteOpen,
  TokenKind.HeredocOpen,
  TokenKind.InterpolationOpen,
  TokenKind.DirectiveOpen,
  TokenKind.BraceOpen,
  TokenKind.BracketOpen,
  TokenKind.ParenOpen,
]);

export interface SeenText {
  readonly tokens: readonly SeenToken[];
  /** The indices of the openers that are still open at the end, the outermost first. */
  readonly open: readonly number[];
}

/** Splits the text before a cursor into tokens. */
export function seenText(text: string): SeenText {
  const lexer = new Lexer(text, false);
  lexer.readAll();
  const { tokens } = lexer;
  const seen: SeenToken[] = [];
  const open: number[] = [];
  for (let index = 0; index < tokens.count; index += 1) {
    const [kind, start, end] = [tokens.kind(index), tokens.start(index), tokens.end(index)];
    seen.push({ kind, text: text.slice(start, end), end });
    if (OPENERS.has(kind) && tokens.match(index) <= -tokens.count) open.push(index);
  }
  tokens.release();
  return { tokens: seen, open };
}
