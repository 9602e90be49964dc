import type { EvaluationOptions } from '../evaluate/evaluate.ts';
import { Evaluator } from '../evaluate/evaluate.ts';
import { iterate } from '../evaluate/forExpression.ts';
import type { Scope } from '../evaluate/scope.ts';
import type { Value } from '../evaluate/value.ts';
import { computedNumber } from '../evaluate/value.ts';
import type { BlockDeclaration } from '../module/declarations.ts';
import { attributeOf } from '../module/declarations.ts';

/** More instances than this are not told apart. */
const INSTANCE_LIMIT = 50;

/** One instance of a block that has `count` or `for_each`. */
export interface Instance {
  /** As an address writes it: `["api"]` or `[0]`. */
  readonly key: string;
  readonly options: Pick<EvaluationOptions, 'each' | 'count'>;
}

/** The instances of a block; null when it has one only, or when they are not known, or too many. */
export function instancesOf(
  { block, source }: BlockDeclaration,
  scope: Scope,
  options: EvaluationOptions = {},
): readonly Instance[] | null {
  const evaluator = new Evaluator(scope, options);
  const forEach = attributeOf(block, 'for_each');
  if (forEach !== undefined) return fromCollection(evaluator.evaluate({ source, expression: forEach.value }));
  const count = attributeOf(block, 'count');
  return count === undefined ? null : fromNumber(evaluator.evaluate({ source, expression: count.value }));
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
    options: { count: computedNumber(index, count) },
  }));
}
