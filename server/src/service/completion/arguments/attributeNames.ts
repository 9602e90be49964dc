import { codeSpan } from '../../../syntax/shown/markdown.ts';
import type { AddressNameCursor, AttributeCursor } from '../../cursor/block/attributeCursor.ts';
import type { Point } from '../../cursor/point.ts';
import type { Draft } from '../items/completionItem.ts';
import { insertAt } from '../items/slots.ts';

/** Characters that may follow an attribute or a block's name, and that do not begin a name. */
const AFTER_ATTRIBUTE = ['.', ',', ')', ']', '}'];
const AFTER_NAME = ['.', '['];

/** The attributes after the address of an ECR block, or the outputs after that of a call. */
export function attributeItems(point: Point, { of, attributes, slot }: AttributeCursor): Draft[] {
  return attributes.map(({ name, documentation }) => ({
    label: name,
    kind: 'argument',
    detail: of,
    documentation,
    insert: insertAt(point, slot, [name]),
    commitCharacters: AFTER_ATTRIBUTE,
  }));
}

/** The names of the module's blocks whose address begins in that way. */
export function addressNameItems(point: Point, { prefix, slot }: AddressNameCursor): Draft[] {
  const begin = `${prefix}.`;
  const addresses = point.module.allBlocks().map(({ address }) => address);
  return [...new Set(addresses.filter((address) => address.startsWith(begin)))].map((address) => {
    const name = address.slice(begin.length);
    const documentation = `${codeSpan(address)} of this module.`;
    const insert = insertAt(point, slot, [name]);
    return { label: name, kind: 'reference', detail: prefix, documentation, insert, commitCharacters: AFTER_NAME };
  });
}
