import type { BlockBody, EcrBlock } from '../../ecr/blocks/ecrBlock.ts';
import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import { policyArgumentOf } from '../../ecr/documents/lifecycle/policySource.ts';
import { failed } from '../../evaluate/values/makeValue.ts';
import { failuresIn } from '../../evaluate/values/partsOfValue.ts';
import type { Mistake, UnknownValue, Value } from '../../evaluate/values/value.ts';
import { isSamePlace } from '../../syntax/tree/place.ts';

/** The places in a policy's expressions where Terraform is certain to fail with such a mistake, each once. */
export function failuresOf({ failures, damaged }: LifecyclePolicy, mistake: Mistake): readonly UnknownValue[] {
  return damaged ? [] : causesOf(failures, mistake);
}

/** The same for mistakes without a kind, except those that an unknown condition may avoid. */
export function certainFailuresOf({ certainFailures, damaged }: LifecyclePolicy): readonly UnknownValue[] {
  return damaged ? [] : causesOf(certainFailures, undefined);
}

/**
 * The same for the arguments of an ECR block; `undefined` for mistakes without a kind. Lifecycle policies are checked
 * with the policy.
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
