import type { FunctionFact } from '../../../facts/language/functions.ts';
import { functionFact } from '../../../facts/language/functions.ts';
import type { Module } from '../../../module/module.ts';
import { TokenKind } from '../../../syntax/tokens/tokens.ts';
import type { SeenText } from '../../cursor/language/openTokens.ts';
import { seenText } from '../../cursor/language/openTokens.ts';
import { commentAt, pointIn } from '../../cursor/pointIn.ts';

/** The call around the cursor. */
interface Signature {
  readonly label: string;
  readonly parameters: readonly string[];
  /** The index of the parameter that the cursor is at. */
  readonly active: number;
  readonly documentation: string;
}

const CLOSERS: ReadonlySet<number> = new Set([TokenKind.ParenClose, TokenKind.BracketClose, TokenKind.BraceClose]);
const OPENERS: ReadonlySet<number> = new Set([TokenKind.ParenOpen, TokenKind.BracketOpen, TokenKind.BraceOpen]);

/** The signature of the function whose arguments are at an offset; null outside the arguments of a known function. */
export function signatureAt(module: Module, uri: string, offset: number): Signature | null {
  const point = pointIn(module, uri, offset);
  if (point === null || commentAt(point) !== null) return null;
  const seen = seenText(point.text.slice(0, point.offset));
  const open = callAround(seen);
  const fact = open === null ? undefined : functionFact(seen.tokens[open - 1]?.text ?? '');
  return open === null || fact === undefined ? null : signatureOf(fact, commasAfter(seen, open));
}

/** The index of the parenthesis of the innermost call; null inside braces, where other things are written. */
function callAround({ tokens, open }: SeenText): number | null {
  for (const index of open.toReversed()) {
    const kind = tokens[index]?.kind;
    if (kind === TokenKind.ParenOpen && tokens[index - 1]?.kind === TokenKind.Identifier) return index;
    const isPassed = kind === TokenKind.QuoteOpen || kind === TokenKind.BracketOpen || kind === TokenKind.ParenOpen;
    if (!isPassed) return null;
  }
  return null;
}

function commasAfter({ tokens }: SeenText, open: number): number {
  let depth = 0;
  let commas = 0;
  for (const { kind } of tokens.slice(open + 1)) {
    if (OPENERS.has(kind)) depth += 1;
    else if (CLOSERS.has(kind)) depth -= 1;
    else if (kind === TokenKind.Comma && depth === 0) commas += 1;
  }
  return commas;
}

function signatureOf({ name, parameters, result, documentation }: FunctionFact, commas: number): Signature {
  const isVariadic = parameters.at(-1)?.startsWith('...') === true;
  const active = isVariadic ? Math.min(commas, parameters.length - 1) : commas;
  return { label: `${name}(${parameters.join(', ')}): ${result}`, parameters, active, documentation };
}
