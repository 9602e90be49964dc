import { argumentIn } from '../../ecr/blocks/bodyParts.ts';
import type { EcrBlock } from '../../ecr/blocks/ecrBlock.ts';
import type { ArgumentGroup, ExcludingValue } from '../../facts/provider/resourceSchema.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { ArgumentsCheck, Finding } from '../check.ts';
import { removeArgument } from '../support/valueFixes.ts';

export const argumentConflict: ArgumentsCheck = {
  subject: 'arguments',
  id: 'argument-conflict',
  title: 'Arguments that exclude each other, or none of several required ones',
  severity: 'error',
  *check(block) {
    for (const group of block.fact.groups ?? []) {
      yield* group.rule === 'one-or-more' ? lacking(block, group) : excluding(block, group);
    }
    for (const fact of block.fact.excludingValues ?? []) yield* excludedByValue(block, fact);
  },
};

/** Null for an absent argument; `unsure` when its presence depends on unknown values. */
function stateOf({ body }: EcrBlock, name: string): 'set' | 'unsure' | null {
  const kind = body.arguments.find(({ fact }) => fact.name === name)?.value.kind;
  if (kind === undefined || kind === 'null') return null;
  return kind === 'unknown' || kind === 'alternatives' ? 'unsure' : 'set';
}

function* lacking(block: EcrBlock, { names }: ArgumentGroup): Iterable<Finding> {
  if (block.body.block.damaged || names.some((name) => stateOf(block, name) !== null)) return;
  yield {
    place: block.body.header,
    message: `${block.fact.type} needs one of ${names.join(', ')}; the plan fails. Set one of them.`,
    isOfValidate: true,
  };
}

/** Reported on the later of the two. */
function* excluding(block: EcrBlock, { names: [first = '', ...others] }: ArgumentGroup): Iterable<Finding> {
  const { body } = block;
  const one = body.arguments.find(({ fact }) => fact.name === first);
  if (one === undefined || stateOf(block, first) !== 'set') return;
  for (const other of body.arguments) {
    if (!others.includes(other.fact.name) || stateOf(block, other.fact.name) !== 'set') continue;
    const [earlier, later] = one.attribute.start < other.attribute.start ? [one, other] : [other, one];
    const source = body.source;
    yield {
      place: placeOf(source, later.attribute.name),
      message: `${first} and ${other.fact.name} exclude each other, whatever their values are; the plan fails ("conflicts with"). Remove one.`,
      related: [{ place: placeOf(source, earlier.attribute.name), message: 'The other one is here.' }],
      fixes: [earlier, later].map(({ fact, attribute }) => ({
        title: `Remove ${fact.name}`,
        kind: 'choice',
        changes: [{ kind: 'remove-argument', source, attribute }],
      })),
      isOfValidate: true,
    };
  }
}

/** Reported on the argument that is not allowed with the value. */
function* excludedByValue(
  block: EcrBlock,
  { argument, value, excludes, refusedBy }: ExcludingValue,
): Iterable<Finding> {
  const one = argumentIn(block.body, argument);
  const other = argumentIn(block.body, excludes);
  if (one?.value.kind !== 'string' || one.value.value !== value || block.isNever) return;
  if (other === undefined || stateOf(block, excludes) !== 'set') return;
  // A prefix that changes nothing, because it is the default.
  if (other.value.kind === 'string' && other.value.value === value) return;
  yield {
    place: other.value.place,
    message: `Remove ${excludes}, which ${argument} = "${value}" does not allow; ${refusedBy === 'AWS' ? 'AWS refuses it at apply' : 'the plan fails'}.`,
    related: [{ place: one.value.place, message: 'The other one is here.' }],
    fixes: [removeArgument(block.body, other)],
  };
}
