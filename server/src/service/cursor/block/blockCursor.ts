import { DYNAMIC_ARGUMENTS, LIFECYCLE_BLOCK } from '../../../facts/provider/metaArguments.ts';
import type { ArgumentFact, BlockFact, BodyFact } from '../../../facts/provider/resourceSchema.ts';
import type { Attribute, Block, Body, BodyItem, Label, Range } from '../../../syntax/tree/tree.ts';
import type { Point, Slot } from '../point.ts';
import { bareSlot, hasNewline, nextCharacter } from '../point.ts';
import { isOpenEnded } from './extent.ts';

/** The cursor is at the name of an argument or nested block, or where one may be written. */
export interface ArgumentNameCursor {
  readonly kind: 'argument-name';
  readonly schema: BodyFact;
  readonly body: Body;
  /** The top-level block. */
  readonly owner: Block;
  readonly slot: Slot;
  /** True when the name already has its `=` or its braces. */
  readonly isComplete: boolean;
}

/** The cursor is at an argument's value, or where it must be written. */
export interface ArgumentValueCursor {
  readonly kind: 'argument-value';
  readonly fact: ArgumentFact;
  readonly attribute: Attribute;
  readonly owner: Block;
  /** The last possible end of the value's text. */
  readonly limit: number;
}

/** The cursor is in the label of a `dynamic` block, between its quotes: at the name of the blocks that it makes. */
export interface DynamicLabelCursor {
  readonly kind: 'dynamic-label';
  readonly blocks: readonly BlockFact[];
  readonly slot: Slot;
}

export type BlockCursor = ArgumentNameCursor | ArgumentValueCursor | DynamicLabelCursor;

/** The body item at or directly before the point, and the last possible end of its text. */
export function itemAt(body: Body, offset: number, limit: number): { item: BodyItem; limit: number } | null {
  const index = body.items.findLastIndex(({ start }) => start <= offset);
  const item = body.items[index];
  return item === undefined ? null : { item, limit: body.items[index + 1]?.start ?? limit };
}

/** The meaning of the point inside the body of a block with a known schema; null when unknown. */
export function blockCursor(point: Point, owner: Block, schema: BodyFact): BlockCursor | null {
  return enter(point, owner, owner, schema, point.text.length);
}

function enter(point: Point, owner: Block, block: Block, schema: BodyFact, limit: number): BlockCursor | null {
  const { offset, text } = point;
  const { body, open, close } = block;
  const end = close?.start ?? limit;
  if (open === null || offset < open.end || offset > end) return null;
  const at = itemAt(body, offset, end);
  const newName = (slot: Slot, isComplete: boolean): BlockCursor => {
    return { kind: 'argument-name', schema, body, owner, slot, isComplete };
  };
  const word = bareSlot(text, offset);
  const ownLine = () => (isFreeLine(text, word, block) ? newName(word, false) : null);
  const isStray = body.strays.some(({ start, end: strayEnd }) => start <= offset && offset <= strayEnd);
  if (isStray || at === null) return ownLine();
  const { item } = at;
  if (item.kind === 'Block') {
    if (offset <= item.type.end) return newName({ start: item.type.start, end: item.type.end, quotes: 'none' }, true);
    const isInside =
      item.open !== null && offset >= item.open.end && (item.close === null || offset <= item.close.start);
    if (isInside) return enterNested(point, owner, item, schema, at.limit);
    const label = item.type.text === 'dynamic' ? labelSlot(point, item.labels[0]) : null;
    if (label !== null) return dynamicLabel(schema, label);
    return offset >= item.end ? ownLine() : null;
  }
  if (offset <= item.name.end) return newName({ start: item.name.start, end: item.name.end, quotes: 'none' }, true);
  if (offset < item.equals.end) return null;
  const isMissing = item.value.kind === 'MissingExpression';
  const isPast = isMissing ? hasNewline(text, item.equals.end, offset) : offset > item.end && !isOpenEnded(item.value);
  if (isPast) return ownLine();
  if (!isMissing && offset < item.value.start) return null;
  const fact = schema.arguments.find(({ name }) => name === item.name.text);
  return fact === undefined ? null : { kind: 'argument-value', fact, attribute: item, owner, limit: at.limit };
}

/** `lifecycle` is read before any expression, so that nothing can generate it. */
function dynamicLabel({ blocks }: BodyFact, slot: Slot): DynamicLabelCursor {
  return { kind: 'dynamic-label', blocks: blocks.filter((block) => block !== LIFECYCLE_BLOCK), slot };
}

function enterNested(point: Point, owner: Block, nested: Block, schema: BodyFact, limit: number): BlockCursor | null {
  const inner = nestedSchema(nested, schema);
  return inner === null ? null : enter(point, owner, nested, inner, limit);
}

/** The schema of a nested block; `dynamic` and its `content` have that of the block that they make. */
function nestedSchema(nested: Block, schema: BodyFact): BodyFact | null {
  const blockNamed = (name: string | null | undefined): BlockFact | undefined =>
    schema.blocks.find((fact) => fact.name === name);
  if (nested.type.text !== 'dynamic') return blockNamed(nested.type.text) ?? null;
  const made = blockNamed(nested.labels[0]?.text);
  if (made === undefined) return null;
  const content: BlockFact = { ...made, name: 'content', maximum: 1 };
  return { arguments: DYNAMIC_ARGUMENTS, blocks: [content] };
}

/** The slot between the quotes of a block's label; null elsewhere. */
export function labelSlot({ offset, text }: Point, label: Label | undefined): Slot | null {
  if (label === undefined || !label.quoted) return null;
  const isClosed = label.end - label.start >= 2 && text.charAt(label.end - 1) === '"';
  const inner = { start: label.start + 1, end: isClosed ? label.end - 1 : label.end };
  if (offset < inner.start || offset > inner.end) return null;
  return { ...inner, quotes: isClosed ? 'both' : 'open' };
}

/** True when a word is alone on its line: an argument or a block needs its own line. */
function isFreeLine(text: string, word: Range, { open, body }: Block): boolean {
  const lineStart = text.lastIndexOf('\n', word.start - 1) + 1;
  const openEnd = open?.end ?? 0;
  const isOnLineOfOpen = openEnd > lineStart;
  if (text.slice(Math.max(lineStart, openEnd), word.start).trim() !== '') return false;
  if (isOnLineOfOpen && body.items.some(({ start }) => start !== word.start)) return false;
  const { character, sameLine } = nextCharacter(text, word.end);
  return !sameLine || ['', '#', '/'].includes(character) || (character === '}' && isOnLineOfOpen);
}
