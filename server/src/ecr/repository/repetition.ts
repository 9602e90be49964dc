import { Evaluator } from '../../evaluate/evaluate.ts';
import type { Scope } from '../../evaluate/scope.ts';
import type { Value } from '../../evaluate/values/value.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { enabledOf } from '../../module/declarations/declarations.ts';
import type { Argument, Repository } from './repositoryBlock.ts';

/** The number of repositories that a block creates; `none` for an empty `count` or `for_each`. */
export type Repetition = 'once' | 'count' | 'for_each' | 'none' | 'unknown';

/** Reads `count`, `for_each` and OpenTofu's `enabled`, as far as their values are known. */
export function repetitionOf({ repetition, declaration }: Repository, scope: Scope): Repetition {
  if (repetition === null) return switchOf(declaration, scope);
  const isCount = repetition.attribute.name.text === 'count';
  const size = sizeOf(
    elementsOf(repetition, (expression) => new Evaluator(scope).evaluate({ source: declaration.source, expression })),
  );
  if (size === null) return 'unknown';
  if (size === 0) return 'none';
  return isCount ? 'count' : 'for_each';
}

function switchOf({ block, source }: BlockDeclaration, scope: Scope): Repetition {
  const enabled = enabledOf(block);
  if (enabled === undefined) return 'once';
  const value = new Evaluator(scope).evaluate({ source, expression: enabled.value });
  if (value.kind !== 'boolean') return 'unknown';
  return value.value ? 'once' : 'none';
}

/** The collection to iterate over; a set of a known list counts as the list. */
function elementsOf(
  { attribute, value }: Argument,
  evaluate: (expression: Argument['attribute']['value']) => Value,
): Value {
  const { value: expression } = attribute;
  const [argument] = expression.kind === 'FunctionCall' ? expression.arguments : [];
  const isSet = expression.kind === 'FunctionCall' && expression.name.text === 'toset' && expression.expansion === null;
  return isSet && argument !== undefined && expression.arguments.length === 1 ? evaluate(argument) : value;
}

function sizeOf(value: Value): number | null {
  if (value.kind === 'number') return value.value;
  if (value.kind === 'list') return value.open ? null : value.items.length;
  if (value.kind === 'object') return value.open ? null : value.members.length;
  return null;
}
