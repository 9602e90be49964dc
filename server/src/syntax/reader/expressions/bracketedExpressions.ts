import { TokenKind } from '../../tokens/tokens.ts';
import type { BinaryOperation, Expression, ObjectItem, Range } from '../../tree/tree.ts';
import { reportLostEquals } from '../lostEquals.ts';
import { messages } from '../syntaxMessages.ts';
import type { Cursor } from '../tokenCursor.ts';
import { readSequence } from './expressionList.ts';
import { isFor, readFor } from './readFor.ts';

/** Reads `[ … ]` at the cursor: a tuple or a for expression. */
export function readTuple(cursor: Cursor): Expression {
  if (isFor(cursor)) return readFor(cursor, 'tuple');
  const inside = cursor.enter(cursor.position, false);
  const open = cursor.take();
  const items = readSequence(cursor, () => undefined);
  const close = cursor.leave(inside);
  if (close === null) cursor.report(open.start, open.end, messages.bracketUnclosed);
  return { kind: 'TupleExpression', start: open.start, end: close?.end ?? cursor.openEnd(), open, items, close };
}

/** Reads `{ … }` at the cursor: an object or a for expression. */
export function readObject(cursor: Cursor): Expression {
  if (isFor(cursor)) return readFor(cursor, 'object');
  const inside = cursor.enter(cursor.position, true);
  const savedLine = cursor.lineToken;
  const open = cursor.take();
  const items = readObjectItems(cursor);
  cursor.lineToken = savedLine;
  const close = cursor.leave(inside);
  if (close === null) cursor.report(open.start, open.end, messages.braceUnclosed);
  return { kind: 'ObjectExpression', start: open.start, end: close?.end ?? cursor.openEnd(), open, items, close };
}

/** True when the token before the cursor, a key or its `=`, begins an object without its `{`. */
export function isUnbracedObject(cursor: Cursor): boolean {
  const { kind, tokens, position } = cursor;
  return kind === TokenKind.Newline && position < cursor.limit && tokens.match(position - 1) !== 0;
}

/** Reads the object that the token before the cursor begins without a `{`. */
export function readUnbracedObject(cursor: Cursor): Expression {
  cursor.reportHere(messages.objectBraceMissing);
  const { lastEnd: start, lineToken } = cursor;
  const inside = cursor.enter(cursor.position - 1, true);
  const items = readObjectItems(cursor);
  cursor.lineToken = lineToken;
  const close = cursor.leave(inside);
  const open = { start, end: start };
  return { kind: 'ObjectExpression', start, end: close?.end ?? cursor.openEnd(), open, items, close };
}

/** Reads items to the cursor's limit. */
function readObjectItems(cursor: Cursor): readonly ObjectItem[] {
  const items: ObjectItem[] = [];
  while (cursor.position < cursor.limit) {
    cursor.beginItem();
    if (cursor.kind === TokenKind.Comma) {
      cursor.reportHere(messages.commaUnexpected);
      cursor.take();
    } else {
      items.push(readObjectItem(cursor));
    }
  }
  return items;
}

function readObjectItem(cursor: Cursor): ObjectItem {
  const before = cursor.position;
  const found = cursor.readExpression(cursor);
  if (isComparedKey(found, cursor)) return readComparedItem(found, cursor);
  const key = cursor.position === before ? takeJunk(cursor) : found;
  const operator = readOperator(cursor);
  cursor.hasColon = operator !== null && cursor.text.charCodeAt(operator.start) === 58;
  const isLost = operator === null && reportLostEquals(cursor, messages.objectEqualsMissing);
  if (operator === null && !isLost) cursor.reportHere(messages.objectColonOrEquals);
  const value = isLost ? cursor.readExpression(cursor) : readValue(cursor, operator, key);
  const comma = cursor.kind === TokenKind.Comma ? cursor.take() : null;
  const { kind } = cursor;
  if (comma === null && operator !== null && kind !== TokenKind.End && kind !== TokenKind.Newline) {
    cursor.reportHere(messages.objectSeparator);
  }
  const end = comma?.end ?? Math.max(value.end, operator?.end ?? 0);
  return { kind: 'ObjectItem', start: key.start, end, key, operator, value, comma };
}

/** True for `key == value` where an item is expected. */
function isComparedKey(found: Expression, { kind }: Cursor): found is BinaryOperation {
  const isAtEnd = kind === TokenKind.Newline || kind === TokenKind.Comma || kind === TokenKind.End;
  return isAtEnd && found.kind === 'BinaryOperation' && found.operator === '==' && found.left.kind !== found.kind;
}

function readComparedItem(
  { left: key, operatorRange, right: value, start, end }: BinaryOperation,
  cursor: Cursor,
): ObjectItem {
  const remedy = { ...operatorRange, text: '=' };
  cursor.report(operatorRange.start, operatorRange.end, messages.equalsInstead, remedy);
  const comma = cursor.kind === TokenKind.Comma ? cursor.take() : null;
  return { kind: 'ObjectItem', start, end: comma?.end ?? end, key, operator: null, value, comma };
}

/** Consumes one token that does not begin a key; its problem has been reported. */
function takeJunk(cursor: Cursor): Expression {
  const { start, end } = cursor.take();
  return { kind: 'InvalidExpression', start, end };
}

function readOperator(cursor: Cursor): Range | null {
  const { kind } = cursor;
  return kind === TokenKind.Equals || kind === TokenKind.Colon ? cursor.take() : null;
}

function readValue(cursor: Cursor, operator: Range | null, key: Expression): Expression {
  const { kind } = cursor;
  if (isUnbracedObject(cursor) && (operator !== null || key.kind === 'Variable')) return readUnbracedObject(cursor);
  if (operator === null) return { kind: 'MissingExpression', start: key.end, end: key.end };
  if (kind === TokenKind.End || kind === TokenKind.Newline || kind === TokenKind.Comma) {
    return cursor.missing(messages.objectValueMissing);
  }
  return cursor.readExpression(cursor);
}
