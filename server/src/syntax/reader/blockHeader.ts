import { TokenKind } from '../tokens/tokens.ts';
import { draftValue, escapedDraft } from '../tree/literal.ts';
import type { Label, Name } from '../tree/tree.ts';
import { messages } from './syntaxMessages.ts';
import type { Cursor } from './tokenCursor.ts';

/** A block's type and labels. */
export interface BlockHeader {
  readonly type: Name;
  readonly labels: readonly Label[];
  /** True when the cursor is at the `{`. */
  readonly hasBrace: boolean;
}

/**
 * Reads a block's header at the cursor, up to its `{` or its line's end. Null, without consuming anything, when the
 * line does not begin a block: a word alone, or a word before something else.
 */
export function readHeader(cursor: Cursor): BlockHeader | null {
  if (!isHeader(cursor)) return null;
  const type = cursor.takeName();
  const labels: Label[] = [];
  for (;;) {
    const { kind } = cursor;
    if (kind === TokenKind.BraceOpen) return { type, labels, hasBrace: true };
    if (kind === TokenKind.End || kind === TokenKind.Newline) return { type, labels, hasBrace: false };
    if (kind === TokenKind.Identifier) {
      const { start, end, text } = cursor.takeName();
      labels.push({ kind: 'Label', start, end, text, quoted: false });
    } else if (kind === TokenKind.QuoteOpen) {
      labels.push(readQuotedLabel(cursor));
    } else {
      cursor.reportHere(messages.blockLabel);
      cursor.take();
    }
  }
}

/** True when the line has the words of a header and then a `{`, or an unfinished header with a body below it. */
function isHeader(cursor: Cursor): boolean {
  const { tokens, position, limit } = cursor;
  const adopted = tokens.match(position) !== 0;
  let hasLabel = false;
  for (let index = position + 1; index < limit && !tokens.newlineBefore(index); index += 1) {
    const kind = tokens.kind(index);
    if (kind === TokenKind.BraceOpen) return true;
    if (kind === TokenKind.Equals) return false;
    if (kind === TokenKind.QuoteOpen) {
      hasLabel = true;
      const match = tokens.match(index);
      index = match > 0 ? match : -match - 1;
    } else if (kind !== TokenKind.Identifier) {
      return adopted || endsWithBrace(cursor, index);
    } else {
      hasLabel = true;
    }
  }
  return adopted || hasLabel;
}

/** True when the line continues to a `{` at its end, past something that no header contains. */
function endsWithBrace(cursor: Cursor, from: number): boolean {
  const { tokens, limit } = cursor;
  for (let index = from; index < limit && !tokens.newlineBefore(index); index += 1) {
    const kind = tokens.kind(index);
    if (kind === TokenKind.Equals || kind === TokenKind.BraceClose) return false;
    const isLast = index + 1 >= tokens.count || tokens.newlineBefore(index + 1);
    if (kind === TokenKind.BraceOpen) return isLast;
  }
  return false;
}

function readQuotedLabel(cursor: Cursor): Label {
  const { text, tokens } = cursor;
  const inside = cursor.enter(cursor.position, false);
  const open = cursor.take();
  let value: string | null = '';
  while (cursor.kind !== TokenKind.End) {
    const { kind, start } = cursor;
    const end = tokens.end(cursor.position);
    if (kind === TokenKind.Literal || kind === TokenKind.EscapedLiteral) {
      const draft = escapedDraft(text, start, end, true, (from, to) => cursor.reportEscape(from, to));
      value = value === null ? null : value + draftValue(draft);
      cursor.take();
    } else {
      cursor.reportHere(messages.blockLabelTemplate);
      cursor.position = cursor.limit;
      value = null;
    }
  }
  const contentEnd = cursor.lastEnd;
  const close = cursor.leave(inside);
  if (close === null) cursor.report(open.start, open.end, messages.quoteUnclosed);
  return { kind: 'Label', start: open.start, end: close?.end ?? contentEnd, text: value, quoted: true };
}
