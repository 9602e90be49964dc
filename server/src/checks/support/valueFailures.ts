import type { BlockBody, EcrBlock } from '../../ecr/blocks/ecrBlock.ts';
import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import { policyArgumentOf } from '../../ecr/documents/lifecycle/policySource.ts';
import { failed } from '../../evaluate/values/makeValue.ts';
import { failuresIn } from '../../evaluate/values/partsOfValue.ts';
import type { Mistake, UnknownValue, Value } from '../../evaluate/values/value.ts';
import { isSamePlace } from '../../syntax/tree/place.ts';

/** The places in a policy's expressions where Terraform is sure to fail with such a mistake, each once. */
export function failuresOf({ failures, damaged }: LifecyclePolicy, mistake: Mistake): readonly UnknownValue[] {
  return damaged ? [] : causesOf(failures, mistake);
}

/** The same for mistakes of no kind of their own, where no condition that is not known may keep them out. */
export function certainFailuresOf({ certainFailures, damaged }: LifecyclePolicy): readonly UnknownValue[] {
  return damaged ? [] : causesOf(certainFailures, undefined);
}

/**
 * The same for the arguments of a block of ECR, in the blocks that are sure to be in it; `undefined` for mistakes of no
 * kind of their own. A lifecycle policy is left to the policy.
 */
export function failuresOfArguments(
  { body, declaration, isNever }: EcrBlock,
  mistake: Mistake | undefined,
): readonly UnknownValue[] {
  if (isNever || declaration.block.damaged) return [];
  const policy = policyArgumentOf(declaration);
  return causesOf([...sureValues(body, policy)].flatMap(failuresIn), mistake);
}

function* sureValues(
  body: BlockBody,
  leftOut: BlockBody['arguments'][number]['attribute'] | undefined,
): Iterable<Value> {
  for (const { attribute, fact, value } of body.arguments) {
    if (attribute === leftOut) continue;
    const isInfinite = fact.type === 'number' && value.kind === 'unknown' && value.infinite === true;
    yield isInfinite ? failed('the number is infinite', value) : value;
  }
  for (const { collections, sure } of body.blocks) {
    yield* collections;
    for (const nested of sure) yield* sureValues(nested, leftOut);
  }
}

function causesOf(failures: readonly UnknownValue[], mistake: Mistake | undefined): readonly UnknownValue[] {
  const found: UnknownValue[] = [];
  for (const part of failures) {
    const cause = part.cause ?? part;
    if (cause.mistake === mistake && !found.some((other) => isSamePlace(other.place, cause.place))) found.push(cause);
  }
  return found;
}
