import type { Attribute, Block, Body, Range } from './tree.ts';

/** The blocks of a body, in text order. */
export function blocksOf(body: Body): Block[] {
  return body.items.filter((item): item is Block => item.kind === 'Block');
}

/** The attributes of a body, in text order. */
export function attributesOf(body: Body): Attribute[] {
  return body.items.filter((item): item is Attribute => item.kind === 'Attribute');
}

/** The attribute of that name; the first one when it is (wrongly) repeated. */
export function attributeOf(block: Block, name: string): Attribute | undefined {
  return attributesOf(block.body).find((attribute) => attribute.name.text === name);
}

/** A block's type through its opening brace. */
export function beginningOf({ start, open, type }: Block): Range {
  return { start, end: open?.end ?? type.end };
}
