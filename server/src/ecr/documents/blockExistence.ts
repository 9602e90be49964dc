import { Evaluator } from '../../evaluate/evaluate.ts';
import type { Scope } from '../../evaluate/scope.ts';
import type { Value } from '../../evaluate/values/value.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf, enabledOf } from '../../module/declarations/declarations.ts';
import type { Attribute } from '../../syntax/tree/tree.ts';

/** Whether a block sends its policy at all; `undecided` when that depends on unknown values. */
export type Existence = 'sure' | 'undecided' | 'never';

/**
 * How `count`, `for_each`, OpenTofu's `enabled` and a module's `switches` affect a block's policy. Terraform does not
 * evaluate the arguments of a resource without instances.
 */
export function existenceOf({ block, source }: BlockDeclaration, switches: readonly string[], scope: Scope): Existence {
  const evaluator = new Evaluator(scope);
  const evaluated = ({ value }: Attribute) => evaluator.evaluate({ source, expression: value });
  const forEach = attributeOf(block, 'for_each');
  const count = attributeOf(block, 'count');
  const answers: Existence[] = [];
  if (forEach !== undefined) answers.push(ofCollection(evaluated(forEach)));
  if (count !== undefined) answers.push(ofNumber(evaluated(count)));
  for (const name of switches) {
    const attribute = attributeOf(block, name);
    if (attribute !== undefined) answers.push(ofSwitch(evaluated(attribute)));
  }
  const enabled = enabledOf(block);
  if (enabled !== undefined) answers.push(ofSwitch(evaluated(enabled)));
  if (answers.includes('never')) return 'never';
  return answers.includes('undecided') ? 'undecided' : 'sure';
}

function ofCollection(value: Value): Existence {
  if (value.kind === 'object') return value.open ? 'undecided' : some(value.members.length);
  if (value.kind === 'list') return value.open ? 'undecided' : some(value.items.length);
  return 'undecided';
}

function ofNumber(value: Value): Existence {
  return value.kind === 'number' ? some(value.value) : 'undecided';
}

function ofSwitch(value: Value): Existence {
  return value.kind === 'boolean' ? some(Number(value.value)) : 'undecided';
}

function some(count: number): Existence {
  return count === 0 ? 'never' : 'sure';
}
