import type { BlockBody, EcrBlock } from '../../ecr/blocks/ecrBlock.ts';
import { bodiesIn } from '../../ecr/blocks/ecrBlock.ts';
import type { Value } from '../../evaluate/values/value.ts';
import type { RefusedBy } from '../../facts/provider/resourceSchema.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';

/**
 * What follows from a value that is refused, as the end of a sentence. AWS sees the arguments of a data source when
 * Terraform reads it: during the plan, unless something in it is only known later.
 */
export function outcomeOf({ declaration, body }: EcrBlock, refusedBy: RefusedBy): string {
  if (refusedBy === 'provider') return 'the plan fails';
  if (declaration.type === 'resource') return 'AWS refuses it at apply';
  const isReadEarly = attributeOf(body.block, 'depends_on') === undefined && isAllKnown(body);
  return isReadEarly
    ? 'AWS refuses it at plan'
    : 'AWS refuses it at plan, or at apply where the block is read only then';
}

function isAllKnown(body: BlockBody): boolean {
  return [...bodiesIn(body)].every(
    (one) => one.arguments.every(({ value }) => isKnown(value)) && one.blocks.every(({ open }) => !open),
  );
}

function isKnown(value: Value): boolean {
  if (value.kind === 'list') return !value.open && value.items.every(isKnown);
  return ['string', 'number', 'boolean', 'null'].includes(value.kind);
}
