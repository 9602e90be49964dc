import { convert, withoutRepeats } from '../../values/convert.ts';
import { equalityKey } from '../../values/equality.ts';
import { computedList } from '../../values/makeValue.ts';
import { isWhollyKnown } from '../../values/partsOfValue.ts';
import { collectionOf, DYNAMIC } from '../../values/types.ts';
import type { Value } from '../../values/value.ts';
import type { Arguments } from '../arguments.ts';

/** Products of sets with more elements than this are unknown. */
const PRODUCT_LIMIT = 4096;

/** Functions of sets. */
export const SET_FUNCTIONS: Readonly<Record<string, (given: Arguments) => Value>> = {
  setintersection: (given) =>
    combine(given, ([first = [], ...others]) => others.reduce((left, other) => left.filter(isIn(other, given)), first)),
  setproduct,
  setsubtract: (given) =>
    combine(given, ([first = [], second = []]) => {
      const isSubtracted = isIn(second, given);
      return first.filter((item) => !isSubtracted(item));
    }),
  setunion: (given) => combine(given, (lists) => lists.flat()),
};

type Combination = (lists: readonly (readonly Value[])[]) => readonly Value[];

/** The arguments as sets of one type, combined into one set. */
function combine(given: Arguments, combination: Combination): Value {
  const lists = given.values.map((_, index) => given.knownList(index).items);
  const all = convert(computedList('tuple', lists.flat(), given.at), collectionOf('list', DYNAMIC));
  if (all.kind !== 'list') given.halt(all);
  let taken = 0;
  const converted = lists.map((list) => {
    taken += list.length;
    return all.items.slice(taken - list.length, taken);
  });
  return withoutRepeats(computedList('set', combination(converted), given.at));
}

/** Finds the values that are among others of the same type. */
function isIn(others: readonly Value[], given: Arguments): (item: Value) => boolean {
  const textOf = (item: Value) => (isWhollyKnown(item) ? equalityKey(item) : given.unknown('a set holds an unknown'));
  const texts = new Set(others.map(textOf));
  return (item) => texts.has(textOf(item));
}

/** Every combination of one element from each list. */
function setproduct(given: Arguments): Value {
  if (given.count < 2) given.fail('setproduct() takes at least two lists');
  const lists = given.values.map((_, index) => given.closedList(index));
  if (lists.some(({ form }) => form === 'set')) given.unknown('it is a set whose order is not known');
  const size = lists.reduce((product, { items }) => product * items.length, 1);
  if (size > PRODUCT_LIMIT) given.limit(Number.POSITIVE_INFINITY);
  given.limit(size * (1 + lists.length));
  given.spend(size * (1 + lists.length));
  const products = lists.reduce<readonly (readonly Value[])[]>(
    (rows, { items }) => rows.flatMap((row) => items.map((item) => [...row, item])),
    [[]],
  );
  const tuples = products.map((row) => computedList('tuple', row, given.at));
  const product = computedList('tuple', tuples, given.at);
  given.limit(product.extent.size);
  return convert(product, collectionOf('list', DYNAMIC));
}
