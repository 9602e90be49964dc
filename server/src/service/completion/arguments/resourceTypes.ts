import { typesOfBlock } from '../../../facts/provider/resources.ts';
import type { DynamicLabelCursor } from '../../cursor/block/blockCursor.ts';
import type { TypeLabelCursor } from '../../cursor/cursor.ts';
import type { Point } from '../../cursor/point.ts';
import { describeBlock, describeResource } from '../../hover/describe.ts';
import type { Draft } from '../items/completionItem.ts';
import { insertQuoted } from '../items/slots.ts';

/** The types of ECR, for the first label of a block of that type. */
export function resourceTypeItems(point: Point, { slot, blockType }: TypeLabelCursor): Draft[] {
  return typesOfBlock(blockType).map((fact) => ({
    label: fact.type,
    kind: 'block',
    documentation: describeResource(fact),
    insert: insertQuoted(point, slot, fact.type, ''),
  }));
}

/** The blocks that a `dynamic` block may make, for its label. */
export function dynamicLabelItems(point: Point, { slot, blocks }: DynamicLabelCursor): Draft[] {
  return blocks.map((fact) => ({
    label: fact.name,
    kind: 'block',
    documentation: describeBlock(fact),
    insert: insertQuoted(point, slot, fact.name, ''),
  }));
}
