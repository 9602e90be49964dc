import { TokenKind } from '../../tokens/tokens.ts';
import type { Expression, Name, Range } from '../../tree/tree.ts';
import { messages } from '../syntaxMessages.ts';
import { CHAIN_LIMIT, type Cursor } from '../tokenCursor.ts';

/** Reads the accesses that follow a term: `.name`, `[key]`, `.0`, `.*` and `[*]`. */
export function readTraversals(cursor: Cursor, term: Expression): Expression {
  let object = term;
  for (let chain = 0; ; chain += 1) {
    const { kind } = cursor;
    if (kind !== TokenKind.Dot && kind !== TokenKind.BracketOpen) return object;
    if (chain >= CHAIN_LIMIT) return skipChain(cursor, object);
    if (kind === TokenKind.Dot) object = readDot(cursor, object);
    else if (cursor.nextKind === TokenKind.Star) return readFullSplat(cursor, object);
    else object = readIndex(cursor, object);
  }
}

/** Keeps what was read and skips the rest of a chain that is too long. */
function skipChain(cursor: Cursor, object: Expression): Expression {
  const { start } = cursor;
  cursor.reportHere(messages.chainTooLong);
  cursor.skipJunk(true);
  const end = cursor.lastEnd;
  const key: Expression = { kind: 'InvalidExpression', start, end };
  return { kind: 'IndexAccess', start: object.start, end, object, key, legacy: false };
}

/** The name after a dot; without text when there is none. */
function readName(cursor: Cursor): Name {
  if (cursor.kind === TokenKind.Identifier) return cursor.takeName();
  const at = cursor.lastEnd;
  cursor.reportHere(messages.nameAfterDot);
  return { kind: 'Name', start: at, end: at, text: '' };
}

function readDot(cursor: Cursor, object: Expression): Expression {
  const dot = cursor.take();
  if (cursor.kind === TokenKind.Number) {
    // The official parser reads digits and dots without a space as one, invalid, number.
    if (object.kind === 'NumberLiteral' && object.end === dot.start) {
      cursor.report(object.start, dot.end, messages.numberDots);
    }
    return readLegacyIndex(cursor, object);
  }
  if (cursor.kind === TokenKind.Star) return readAttributeSplat(cursor, object, dot);
  const name = readName(cursor);
  return { kind: 'AttributeAccess', start: object.start, end: name.end, object, dot, name };
}

/** `object.0`. The number reader takes `0.1` as one number, which the official parser rejects here. */
function readLegacyIndex(cursor: Cursor, object: Expression): Expression {
  const { start, end } = cursor.take();
  const text = cursor.text.slice(start, end);
  if (text.includes('.')) cursor.report(start, end, messages.indexLegacy);
  const key: Expression = { kind: 'NumberLiteral', start, end, text };
  return { kind: 'IndexAccess', start: object.start, end, object, key, legacy: true };
}

/** `source.*` with the names and legacy indexes after it; a `[…]` belongs to the result, not to each element. */
function readAttributeSplat(cursor: Cursor, source: Expression, dot: Range): Expression {
  const star = cursor.take();
  const operator = { start: dot.start, end: star.end };
  let each: Expression = { kind: 'SplatItem', start: star.end, end: star.end };
  for (let chain = 0; cursor.kind === TokenKind.Dot && chain < CHAIN_LIMIT; chain += 1) {
    const next = cursor.take();
    if (cursor.kind === TokenKind.Number) {
      each = readLegacyIndex(cursor, each);
    } else {
      const name = readName(cursor);
      each = { kind: 'AttributeAccess', start: each.start, end: name.end, object: each, dot: next, name };
    }
  }
  return { kind: 'Splat', start: source.start, end: each.end, style: 'attribute', source, operator, each };
}

/** `source[*]` with all accesses after it. */
function readFullSplat(cursor: Cursor, source: Expression): Expression {
  const inside = cursor.enter(cursor.position, false);
  const open = cursor.take();
  cursor.take();
  if (cursor.kind !== TokenKind.End) {
    cursor.reportHere(messages.splatBracket);
    cursor.skipJunk(false);
  }
  const before = cursor.lastEnd;
  const close = cursor.leave(inside);
  const closeEnd = close?.end ?? cursor.openEnd();
  if (close === null) cursor.report(open.start, open.end, messages.bracketUnclosed);
  const operator = { start: open.start, end: close?.end ?? before };
  const item: Expression = { kind: 'SplatItem', start: operator.end, end: operator.end };
  const each = close === null ? item : readEach(cursor, item);
  const end = Math.max(each.end, closeEnd);
  return { kind: 'Splat', start: source.start, end, style: 'full', source, operator, each };
}

/** The accesses to each element of a splat; splats may nest, so their number is limited. */
function readEach(cursor: Cursor, item: Expression): Expression {
  if (cursor.depth >= CHAIN_LIMIT) {
    const goesOn = cursor.kind === TokenKind.Dot || cursor.kind === TokenKind.BracketOpen;
    return goesOn ? skipChain(cursor, item) : item;
  }
  cursor.depth += 1;
  const each = readTraversals(cursor, item);
  cursor.depth -= 1;
  return each;
}

function readIndex(cursor: Cursor, object: Expression): Expression {
  const inside = cursor.enter(cursor.position, false);
  const open = cursor.take();
  const key = cursor.readExpression(cursor);
  if (cursor.kind !== TokenKind.End) {
    cursor.reportHere(messages.bracketUnclosed);
    cursor.skipJunk(false);
  }
  const close = cursor.leave(inside);
  if (close === null) cursor.report(open.start, open.end, messages.bracketUnclosed);
  const end = close?.end ?? cursor.openEnd();
  return { kind: 'IndexAccess', start: object.start, end, object, key, legacy: false };
}
