import { TokenKind } from '../../tokens/tokens.ts';
import type { Expression, Name, Range } from '../../tree/tree.ts';
import { messages } from '../syntaxMessages.ts';
import type { Cursor } from '../tokenCursor.ts';

/** True when the bracket at the cursor begins a for expression. */
export function isFor(cursor: Cursor): boolean {
  const { tokens, position, text } = cursor;
  const next = position + 1;
  if (next >= tokens.count || tokens.kind(next) !== TokenKind.Identifier) return false;
  const start = tokens.start(next);
  return tokens.end(next) - start === 3 && text.startsWith('for', start);
}

/** The names of a for expression or directive; null when none is written. */
export interface ForNames {
  readonly key: Name | null;
  readonly value: Name | null;
}

/** Reads `name in` or `key, value in` at the cursor. */
export function readForNames(cursor: Cursor): ForNames {
  const first = readForName(cursor);
  let names: ForNames = { key: null, value: first };
  if (cursor.kind === TokenKind.Comma) {
    cursor.take();
    names = { key: first, value: readForName(cursor) };
  }
  if (cursor.isWord('in')) cursor.take();
  else cursor.reportHere(messages.forIn);
  return names;
}

function readForName(cursor: Cursor): Name | null {
  if (cursor.kind === TokenKind.Identifier) return cursor.takeName();
  cursor.reportHere(messages.forName);
  return null;
}

/** Reads a for expression whose bracket is at the cursor. */
export function readFor(cursor: Cursor, form: 'tuple' | 'object'): Expression {
  const inside = cursor.enter(cursor.position, false);
  const open = cursor.take();
  cursor.take();
  const names = readForNames(cursor);
  const collection = cursor.readExpression(cursor);
  const content = readForContent(cursor, form);
  const condition = readCondition(cursor);
  if (cursor.kind !== TokenKind.End) {
    cursor.reportHere(form === 'tuple' ? messages.bracketUnclosed : messages.braceUnclosed);
    while (cursor.kind !== TokenKind.End) cursor.skipJunk(false);
  }
  const close = cursor.leave(inside);
  if (close === null) {
    cursor.report(open.start, open.end, form === 'tuple' ? messages.bracketUnclosed : messages.braceUnclosed);
  }
  const end = close?.end ?? Math.max(cursor.openEnd(), (condition ?? content.value).end);
  const { key: keyName, value: valueName } = names;
  return {
    kind: 'ForExpression',
    start: open.start,
    end,
    form,
    open,
    keyName,
    valueName,
    collection,
    key: content.key,
    value: content.value,
    grouping: content.grouping,
    condition,
    close,
  };
}

interface ForContent {
  readonly key: Expression | null;
  readonly value: Expression;
  readonly grouping: Range | null;
}

/** The part after the collection: `: value`, or `: key => value...`. */
function readForContent(cursor: Cursor, form: 'tuple' | 'object'): ForContent {
  if (cursor.kind === TokenKind.Colon) cursor.take();
  else cursor.reportHere(messages.forColon);
  const first = cursor.readExpression(cursor);
  let key: Expression | null = null;
  let value = first;
  if (cursor.kind === TokenKind.Arrow) {
    if (form === 'tuple') cursor.reportHere(messages.forArrowInTuple);
    cursor.take();
    key = first;
    value = cursor.readExpression(cursor);
  } else if (form === 'object') {
    cursor.reportHere(messages.forArrow);
  }
  if (cursor.kind !== TokenKind.Ellipsis) return { key, value, grouping: null };
  if (form === 'tuple') cursor.reportHere(messages.ellipsisInTuple);
  return { key, value, grouping: cursor.take() };
}

function readCondition(cursor: Cursor): Expression | null {
  if (!cursor.isWord('if')) return null;
  cursor.take();
  return cursor.readExpression(cursor);
}
