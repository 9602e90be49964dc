import { Evaluator } from '../../evaluate/evaluate.ts';
import type { Scope } from '../../evaluate/scope.ts';
import type { Value } from '../../evaluate/values/value.ts';
import { enabledOf } from '../../module/declarations/declarations.ts';
import type { Expression } from '../../syntax/tree/tree.ts';
import type { Repository } from './repositoryBlock.ts';

/** The number of repositories that a block creates; `none` for an empty `count` or `for_each`. */
export type Repetition = 'once' | 'count' | 'for_each' | 'none' | 'unknown';

/** Reads `count`, `for_each` and OpenTofu's `enabled`, as far as their values are known. */
export function repetitionOf(repository: Repository, scope: Scope): Repetition {
  const { form, value } = writtenRepetition(repository, new Evaluator(scope));
  return value === null ? 'once' : of(form, sizeOf(value));
}

/** What a block may create, and the variables whose defaults were assumed for that. */
export interface PossibleRepetition {
  readonly repetition: Repetition;
  readonly assumptions: readonly string[];
}

/**
 * The same, but where a condition, or a variable with a default, decides whether a block creates anything, what it
 * creates then.
 */
export function possibleRepetition(repository: Repository, scope: Scope): PossibleRepetition {
  const { form, value } = writtenRepetition(repository, new Evaluator(scope));
  const known = value === null ? 'once' : largest(form, value);
  if (known !== 'unknown') return { repetition: known, assumptions: [] };
  const assumptions = new Set<string>();
  const assumed = writtenRepetition(repository, new Evaluator(scope, { assumeDefaults: true, assumptions }));
  const repetition = assumed.value === null ? 'unknown' : largest(form, assumed.value);
  return { repetition: repetition === 'none' ? 'unknown' : repetition, assumptions: [...assumptions].sort() };
}

type Form = 'once' | 'count' | 'for_each';

/** The value that decides how many there are; null for a block without one. */
function writtenRepetition(
  { repetition, declaration }: Repository,
  evaluator: Evaluator,
): { readonly form: Form; readonly value: Value | null } {
  const { source, block } = declaration;
  const attribute = repetition?.attribute ?? enabledOf(block);
  if (attribute === undefined) return { form: 'once', value: null };
  const expression = elementsIn(attribute.value);
  const form = repetition === null ? 'once' : attribute.name.text === 'count' ? 'count' : 'for_each';
  return { form, value: evaluator.evaluate({ source, expression }) };
}

/** The collection to iterate over; a set of a known list counts as the list. */
function elementsIn(expression: Expression): Expression {
  if (expression.kind !== 'FunctionCall' || expression.name.text !== 'toset' || expression.expansion !== null)
    return expression;
  const [argument, ...others] = expression.arguments;
  return argument === undefined || others.length > 0 ? expression : argument;
}

/** The most that a value, or one of its branches, leads to. */
function largest(form: Form, value: Value): Repetition {
  const branches = value.kind === 'alternatives' ? value.options : [value];
  const found = branches.map((branch) => of(form, sizeOf(branch)));
  return found.find((one) => one === form) ?? (found.includes('unknown') ? 'unknown' : 'none');
}

function of(form: Form, size: number | null): Repetition {
  if (size === null) return 'unknown';
  return size === 0 ? 'none' : form;
}

function sizeOf(value: Value): number | null {
  if (value.kind === 'boolean') return value.value ? 1 : 0;
  if (value.kind === 'number') return value.value;
  if (value.kind === 'list') return value.open ? null : value.items.length;
  if (value.kind === 'object') return value.open ? null : value.members.length;
  return null;
}
