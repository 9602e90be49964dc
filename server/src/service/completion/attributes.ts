import type { Module } from '../../module/module.ts';
import type { AddressNameCursor, AttributeCursor } from '../cursor/attributeCursor.ts';
import { attributesOfType } from '../cursor/attributeCursor.ts';
import type { Point } from '../cursor/point.ts';
import type { Draft } from './item.ts';
import { insertAt } from './slots.ts';

/** The attributes behind the address of a block of ECR. */
export function attributeItems(point: Point, { blockType, type, slot }: AttributeCursor): Draft[] {
  return attributesOfType(blockType, type).map(({ name, documentation }) => ({
    label: name,
    kind: 'argument',
    detail: type,
    documentation,
    insert: insertAt(point, slot, [name]),
  }));
}

/** The names of the module's blocks of a type. */
export function addressNameItems(point: Point, { blockType, type, slot }: AddressNameCursor): Draft[] {
  return namesOf(point.module, blockType, type).map((name) => ({
    label: name,
    kind: 'reference',
    detail: type,
    documentation: `\`${blockType === 'data' ? 'data.' : ''}${type}.${name}\` of this module.`,
    insert: insertAt(point, slot, [name]),
  }));
}

function namesOf(module: Module, blockType: string, type: string): string[] {
  const names = [...module.allBlocks()].flatMap(({ type: found, labels }) =>
    found === blockType && labels[0] === type && labels[1] ? [labels[1]] : [],
  );
  return [...new Set(names)];
}
