import type { ResourceFact } from '../../../facts/provider/resourceSchema.ts';
import { typesOfBlock } from '../../../facts/provider/resources.ts';
import { freeName } from '../../../syntax/edit/freeName.ts';
import type { Block } from '../../../syntax/tree/tree.ts';
import type { DynamicLabelCursor } from '../../cursor/block/blockCursor.ts';
import type { TypeLabelCursor } from '../../cursor/cursor.ts';
import type { Point } from '../../cursor/point.ts';
import { describeBlock, describeResource } from '../../hover/describe.ts';
import type { Draft, Insertion } from '../items/completionItem.ts';
import { insertAt, insertQuoted } from '../items/slots.ts';
import { indented, stop } from '../items/snippet.ts';
import { candidatesFor } from '../repositories/ecrResources.ts';
import { requiredSnippet } from './argumentNames.ts';

/** The types of ECR, for the first label of a block of that type; each writes the rest of a block that has none yet. */
export function resourceTypeItems(point: Point, cursor: TypeLabelCursor): Draft[] {
  const { slot, blockType } = cursor;
  const isBare = isWithoutRest(point, cursor);
  return typesOfBlock(blockType).map((fact) => ({
    label: fact.type,
    kind: 'block',
    documentation: describeResource(fact),
    insert: isBare ? insertBlock(point, cursor, fact) : insertQuoted(point, slot, fact.type, ''),
  }));
}

/** True when nothing follows the label on its line, and no body belongs to it. */
function isWithoutRest({ text }: Point, { owner, slot }: TypeLabelCursor): boolean {
  const after = slot.end + (slot.quotes === 'both' ? 1 : 0);
  return owner.labels.length === 1 && owner.open === null && /^[ \t]*(?:$|\r?\n)/.test(text.slice(after));
}

function insertBlock(point: Point, { owner, slot, blockType }: TypeLabelCursor, fact: ResourceFact): Insertion {
  const end = slot.end + (slot.quotes === 'both' ? 1 : 0);
  const name = ['"', stop(nameFor(point, owner, blockType, fact)), '"'];
  const body = indented(requiredSnippet(point, owner, fact));
  return insertAt(point, { ...slot, end }, [`${fact.type}" `, ...name, ' {', ...body, '\n}']);
}

/** The name of the repository that the block is for, where it can only be one, else a plain one that is free. */
function nameFor({ module }: Point, owner: Block, blockType: string, fact: ResourceFact): string {
  const isForRepository = fact.arguments.some(({ role, required }) => required && role === 'repository-name');
  const candidates = isForRepository ? candidatesFor(module, owner) : [];
  const [only] = candidates.length === 1 ? candidates : [];
  const prefix = blockType === 'resource' ? fact.type : `${blockType}.${fact.type}`;
  const isTaken = (name: string) => module.blocks(`${prefix}.${name}`).length > 0;
  return freeName(only?.declaration.labels[1] ?? 'main', isTaken);
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
