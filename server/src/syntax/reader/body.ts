import { TokenKind } from '../tokens/tokens.ts';
import type { Attribute, Block, Body, BodyItem, Expression, Name, Stray } from '../tree/tree.ts';
import { readHeader } from './blockHeader.ts';
import { isUnbracedObject, readUnbracedObject } from './expressions/bracketedExpressions.ts';
import { readExpression } from './expressions/expression.ts';
import { takeArgumentWithoutEquals } from './lostEquals.ts';
import { messages } from './syntaxMessages.ts';
import { type Cursor, NESTING_LIMIT } from './tokenCursor.ts';

/** The items of a body being read. */
class Items {
  readonly items: BodyItem[] = [];
  readonly strays: Stray[] = [];
  #names: Set<string> | undefined;

  /** True when an attribute of this name was already read. */
  seen(name: string): boolean {
    this.#names ??= new Set();
    if (this.#names.has(name)) return true;
    this.#names.add(name);
    return false;
  }
}

/** Reads the items from the cursor to its limit, as the content of a range. `oneLine`: only one attribute is allowed. */
export function readBody(cursor: Cursor, start: number, end: (() => number) | number, oneLine: boolean): Body {
  const content = new Items();
  while (cursor.position < cursor.limit) {
    cursor.beginItem();
    readItem(cursor, content, oneLine);
  }
  const bodyEnd = typeof end === 'number' ? end : end();
  return { kind: 'Body', start, end: bodyEnd, items: content.items, strays: content.strays };
}

function readItem(cursor: Cursor, content: Items, oneLine: boolean): void {
  const { kind } = cursor;
  if (kind === TokenKind.Identifier) {
    if (cursor.nextKind === TokenKind.Equals) readAttribute(cursor, content, oneLine);
    else readBlockOrStray(cursor, content, oneLine);
  } else if (kind === TokenKind.QuoteOpen && isQuotedAttribute(cursor)) {
    cursor.reportHere(messages.argumentNameQuoted);
    readAttribute(cursor, content, oneLine);
  } else {
    readStray(cursor, content);
  }
}

/** `"name" = …`, a mistake with a clear meaning. */
function isQuotedAttribute(cursor: Cursor): boolean {
  const { tokens, position } = cursor;
  const close = tokens.match(position);
  return close === position + 2 && tokens.kind(close + 1) === TokenKind.Equals && close + 1 < cursor.limit;
}

function takeAttributeName(cursor: Cursor): Name {
  if (cursor.kind === TokenKind.Identifier) return cursor.takeName();
  const open = cursor.take();
  const inner = cursor.takeName();
  return { kind: 'Name', start: open.start, end: cursor.take().end, text: inner.text };
}

function readAttribute(cursor: Cursor, content: Items, oneLine: boolean): void {
  const name = takeAttributeName(cursor);
  if (content.seen(name.text)) {
    cursor.problems.push({ start: name.start, end: name.end, message: messages.argumentRepeated });
  }
  const equals = cursor.take();
  const value = readValue(cursor);
  const attribute: Attribute = { kind: 'Attribute', start: name.start, end: value.end, name, equals, value };
  content.items.push(attribute);
  endItem(cursor, content, oneLine, messages.extraAfterArgument);
}

function readValue(cursor: Cursor): Expression {
  const { kind } = cursor;
  if (isUnbracedObject(cursor)) return readUnbracedObject(cursor);
  if (kind === TokenKind.End || kind === TokenKind.Newline) return cursor.missing(messages.argumentValueMissing);
  return readExpression(cursor);
}

/** An attribute or a block must be followed by a line end; in a block on one line by its `}`. */
function endItem(cursor: Cursor, content: Items, oneLine: boolean, message: string): void {
  const { kind, tokens, limit } = cursor;
  if (kind === TokenKind.Newline) {
    if (oneLine) cursor.reportHere(messages.oneArgument);
    return;
  }
  if (kind === TokenKind.End) {
    if (limit >= tokens.count || tokens.newlineBefore(limit) !== oneLine) return;
    cursor.reportToken(limit, oneLine ? messages.oneLineClose : message);
    return;
  }
  cursor.reportHere(kind === TokenKind.Comma ? messages.commaInBody : oneLine ? messages.oneArgument : message);
  if (kind === TokenKind.Identifier) {
    const next = cursor.nextKind;
    if (next === TokenKind.Equals || next === TokenKind.BraceOpen || next === TokenKind.QuoteOpen) return;
  }
  skipLine(cursor, content, null, cursor.start);
}

/** Skips meaningless tokens up to the end of the line, but not the contents of a `{` on it. */
function skipLine(cursor: Cursor, content: Items, name: Name | null, start: number): void {
  while (cursor.kind !== TokenKind.End && cursor.kind !== TokenKind.Newline) {
    if (cursor.kind === TokenKind.Invalid) cursor.reportHere(messages.itemExpected);
    const match = cursor.tokens.match(cursor.position);
    const isBrace = cursor.kind === TokenKind.BraceOpen || cursor.kind === TokenKind.Identifier;
    const end = isBrace ? 0 : match > 0 ? match + 1 : -match;
    cursor.position = Math.min(cursor.limit, Math.max(cursor.position + 1, end));
  }
  content.strays.push({ kind: 'Stray', start, end: Math.max(start, cursor.lastEnd), name });
}

function readStray(cursor: Cursor, content: Items): void {
  const { kind, start } = cursor;
  const isCloser = kind === TokenKind.BraceClose || kind === TokenKind.BracketClose || kind === TokenKind.ParenClose;
  cursor.reportHere(isCloser ? messages.strayCloser : messages.itemExpected);
  if (isCloser || kind === TokenKind.BraceOpen) {
    const { end } = cursor.take();
    content.strays.push({ kind: 'Stray', start, end, name: null });
    return;
  }
  skipLine(cursor, content, null, start);
}

function readBlockOrStray(cursor: Cursor, content: Items, oneLine: boolean): void {
  const { guesses, position } = cursor;
  const lost = takeArgumentWithoutEquals(cursor);
  if (lost !== null) {
    content.strays.push(lost);
    return;
  }
  if (oneLine) cursor.reportHere(messages.oneLineBlock);
  const header = readHeader(cursor);
  if (header === null) {
    const name = cursor.takeName();
    cursor.reportHere(messages.itemExpected);
    if (cursor.kind === TokenKind.Identifier && cursor.nextKind === TokenKind.Equals) {
      content.strays.push({ kind: 'Stray', start: name.start, end: name.end, name });
    } else {
      const isAlone = cursor.kind === TokenKind.Newline || cursor.kind === TokenKind.End;
      skipLine(cursor, content, isAlone || cursor.kind !== TokenKind.Identifier ? name : null, name.start);
    }
    return;
  }
  const { type, labels } = header;
  if (!header.hasBrace && cursor.tokens.match(position) === 0) {
    cursor.reportHere(messages.blockBraceMissing);
    const at = Math.max(cursor.gap(), type.end);
    const body: Body = { kind: 'Body', start: at, end: at, items: [], strays: [] };
    content.items.push({
      kind: 'Block',
      start: type.start,
      end: at,
      type,
      labels,
      open: null,
      body,
      close: null,
      damaged: true,
    });
    return;
  }
  if (!header.hasBrace) cursor.reportHere(messages.blockBraceMissing);
  content.items.push(readBlockContent(cursor, header, header.hasBrace ? cursor.position : position, guesses));
  endItem(cursor, content, oneLine, messages.blockNewline);
}

type BlockStart = Pick<Block, 'type' | 'labels'>;

/** Reads the body that the token `opener` begins: the `{` at the cursor, or the header of a block without one. */
function readBlockContent(cursor: Cursor, { type, labels }: BlockStart, opener: number, guesses: number): Block {
  const savedLine = cursor.lineToken;
  const headerEnd = cursor.lastEnd;
  const inside = cursor.enter(opener, true);
  const open = cursor.position === opener && cursor.tokens.kind(opener) === TokenKind.BraceOpen ? cursor.take() : null;
  const start = open?.end ?? headerEnd;
  const oneLine = open !== null && cursor.position < cursor.limit && !cursor.tokens.newlineBefore(cursor.position);
  const bodyEnd =
    inside.closer === -1 ? (): number => Math.max(start, cursor.openEnd()) : cursor.tokens.start(inside.closer);
  const body =
    cursor.depth >= NESTING_LIMIT ? skipBody(cursor, start, bodyEnd) : readNested(cursor, start, bodyEnd, oneLine);
  const close = cursor.leave(inside);
  cursor.lineToken = savedLine;
  if (close === null && open !== null) cursor.report(type.start, Math.max(headerEnd, type.end), messages.blockUnclosed);
  const damaged = cursor.guesses > guesses;
  // Written out: spreading the header here took a tenth of the whole reading.
  const end = close?.end ?? body.end;
  return { kind: 'Block', start: type.start, end, type, labels, open, body, close, damaged };
}

function readNested(cursor: Cursor, start: number, end: (() => number) | number, oneLine: boolean): Body {
  cursor.depth += 1;
  const body = readBody(cursor, start, end, oneLine);
  cursor.depth -= 1;
  return body;
}

/** A body below the nesting limit is not read. */
function skipBody(cursor: Cursor, start: number, end: (() => number) | number): Body {
  cursor.reportHere(messages.nestingTooDeep);
  cursor.position = cursor.limit;
  return { kind: 'Body', start, end: typeof end === 'number' ? end : end(), items: [], strays: [] };
}
