import type { EvaluationOptions } from '../evaluate/evaluate.ts';
import { Evaluator } from '../evaluate/evaluate.ts';
import { iterate } from '../evaluate/evaluateFor.ts';
import type { Scope } from '../evaluate/scope.ts';
import { tellingOptions } from '../evaluate/tellingOptions.ts';
import { computedCount } from '../evaluate/values/makeValue.ts';
import type { Value } from '../evaluate/values/value.ts';
import type { BlockDeclaration } from '../module/declarations/declarations.ts';
import { attributeOf, enabledOf, hasInstances, INSTANCE_ARGUMENTS } from '../module/declarations/declarations.ts';
import { asBranch } from './documents/variants.ts';

/** More instances than this are treated as one. */
const INSTANCE_LIMIT = 50;

/** One instance of a block that has `count` or `for_each`. */
export interface Instance {
  /** As an address writes it: `["api"]` or `[0]`. */
  readonly key: string;
  readonly options: Pick<EvaluationOptions, 'each' | 'count'>;
}

/**
 * The instances of a block; null when it has only one, or when they are unknown or too many. A block that OpenTofu's
 * `enabled` turns off has none.
 */
export function instancesOf(
  { block, source }: BlockDeclaration,
  scope: Scope,
  options: EvaluationOptions = {},
): readonly Instance[] | null {
  const evaluator = new Evaluator(scope, options);
  const forEach = attributeOf(block, 'for_each');
  if (forEach !== undefined) return fromCollection(evaluator.evaluate({ source, expression: forEach.value }));
  const count = attributeOf(block, 'count');
  if (count !== undefined) return fromNumber(evaluator.evaluate({ source, expression: count.value }));
  const enabled = enabledOf(block);
  return enabled !== undefined && isFalse(evaluator.evaluate({ source, expression: enabled.value })) ? [] : null;
}

/** True for a block that is certain to have one instance, without a key. */
export function isSingle({ block, source }: BlockDeclaration, scope: Scope, options: EvaluationOptions = {}): boolean {
  if (!hasInstances(block)) return true;
  const enabled = enabledOf(block);
  if (enabled === undefined || INSTANCE_ARGUMENTS.some((name) => attributeOf(block, name) !== undefined)) return false;
  const value = new Evaluator(scope, options).evaluate({ source, expression: enabled.value });
  return value.kind === 'boolean' && value.value;
}

/**
 * The possible instances of a block: those of each branch when an unknown condition chooses the collection, so that
 * each can be examined alone. Null as in `instancesOf`.
 */
export function possibleInstancesOf(
  declaration: BlockDeclaration,
  scope: Scope,
  options: EvaluationOptions = {},
): readonly Instance[] | null {
  const forEach = attributeOf(declaration.block, 'for_each');
  if (forEach === undefined) return instancesOf(declaration, scope, options);
  const collection = new Evaluator(scope, options).evaluate({
    source: declaration.source,
    expression: forEach.value,
  });
  if (collection.kind !== 'alternatives') return fromCollection(collection);
  const branches = tellingOptions(collection).map((option) => asBranch(option, collection));
  const instances = branches.flatMap((branch) => fromCollection(branch) ?? []);
  return instances.length === 0 || instances.length > INSTANCE_LIMIT ? null : instances;
}

/**
 * Values for `each` in a block with an unknown `for_each`: unknown values with their types. Null when nothing is known
 * about them.
 */
export function anyInstanceOf({ block, source }: BlockDeclaration, scope: Scope): EvaluationOptions | null {
  const forEach = attributeOf(block, 'for_each');
  if (forEach === undefined) return null;
  const collection = new Evaluator(scope).evaluate({ source, expression: forEach.value });
  const iteration = iterate(collection, collection);
  const [each, ...others] = 'kind' in iteration ? [] : [...iteration.entries, ...iteration.further];
  return each === undefined || others.length > 0 ? null : { each };
}

function isFalse(value: Value): boolean {
  return value.kind === 'boolean' && !value.value;
}

function fromCollection(collection: Value): readonly Instance[] | null {
  const isCollection = collection.kind === 'object' || (collection.kind === 'list' && collection.form === 'set');
  const iteration = isCollection ? iterate(collection, collection) : null;
  if (iteration === null || 'kind' in iteration || iteration.open || iteration.entries.length > INSTANCE_LIMIT)
    return null;
  const instances = iteration.entries.flatMap(({ key, value }) =>
    key.kind === 'string' ? [{ key: `[${JSON.stringify(key.value)}]`, options: { each: { key, value } } }] : [],
  );
  return instances.length === iteration.entries.length ? instances : null;
}

function fromNumber(count: Value): readonly Instance[] | null {
  if (count.kind !== 'number' || !Number.isInteger(count.value) || count.value < 0) return null;
  if (count.value > INSTANCE_LIMIT) return null;
  return Array.from({ length: count.value }, (_, index) => ({
    key: `[${index}]`,
    options: { count: computedCount(index, count) },
  }));
}
