import { compareText, convert } from '../../values/convert.ts';
import { areEqual, equalityKey } from '../../values/equality.ts';
import { computedBoolean, computedCount, computedList } from '../../values/makeValue.ts';
import { collectionOf, DYNAMIC, equalTypes, STRING, typeOf } from '../../values/types.ts';
import type { ListValue, Value } from '../../values/value.ts';
import { onlyInstanceIn } from '../../values/valueAccess.ts';
import { extentOf } from '../../values/valueExtent.ts';
import { oneOfTexts } from '../../writtenTexts.ts';
import type { Arguments } from '../arguments.ts';
import { graphemesIn } from '../texts/graphemes.ts';
import { compact, concat, flatten, inOrder } from './joinedLists.ts';

/** Functions of lists. Source: Terraform's documentation of each, checked against Terraform 1.11.4. */
export const LIST_FUNCTIONS: Readonly<Record<string, (given: Arguments) => Value>> = {
  alltrue: (given) =>
    computedBoolean(
      truths(given).every((truth) => truth),
      given.at,
    ),
  anytrue: (given) =>
    computedBoolean(
      truths(given).some((truth) => truth),
      given.at,
    ),
  chunklist,
  coalescelist(given) {
    const lists = given.values.map((_, index) => inOrder(given, given.closedList(index)));
    return lists.find(({ items }) => items.length > 0) ?? given.fail('no argument of coalescelist() has an element');
  },
  compact,
  concat,
  contains(given) {
    const { items } = given.list(0);
    return computedBoolean(positionOf(given, items, given.value(1)) !== -1, given.at);
  },
  distinct(given) {
    const { items } = sameType(given, given.knownList(0));
    const byText = new Map<string, Value>();
    for (const item of items) {
      const text = equalityKey(item);
      if (!byText.has(text)) byText.set(text, item);
    }
    return computedList('list', [...byText.values()], given.at);
  },
  element(given) {
    const instance = onlyInstanceIn(given.list(0));
    if (instance !== null) return instance;
    const { items } = inOrder(given, given.closedList(0));
    const index = given.integer(1);
    if (index < 0) given.fail('the index must not be negative');
    if (items.length === 0) given.fail('element() cannot take from an empty list');
    return items[index % items.length] ?? given.fail('there is no such element');
  },
  flatten,
  index(given) {
    const { items } = given.closedList(0);
    const position = positionOf(given, items, given.value(1));
    return position === -1 ? given.fail('the list has no such element') : computedCount(position, given.at);
  },
  length: lengthOf,
  matchkeys(given) {
    const values = sameType(given, given.knownList(0));
    const [keys, wanted] = [sameType(given, given.knownList(1)), sameType(given, given.knownList(2))];
    const [one, other] = [typeOf(keys), typeOf(wanted)];
    if (one === null || other === null || !equalTypes(one, other)) given.unknown('the keys are of several types');
    if (values.items.length !== keys.items.length) given.fail('the lists must have the same length');
    given.spend(keys.extent.size * wanted.items.length);
    given.spend(wanted.extent.size * keys.items.length);
    const found = values.items.filter(
      (_, index) => positionOf(given, wanted.items, keys.items[index] ?? given.value(1)) !== -1,
    );
    return computedList('list', found, given.at);
  },
  one(given) {
    const instance = onlyInstanceIn(given.list(0));
    if (instance !== null) return instance;
    const { items, open } = given.list(0);
    if (open) return oneOfTexts(items, 'the length of the list is not known', given.at);
    if (items.length > 1) given.fail('one() takes a list of at most one element');
    return items[0] ?? { kind: 'null', ...given.at, derived: true };
  },
  reverse(given) {
    const list = given.closedList(0);
    return computedList(list.form === 'tuple' ? 'tuple' : 'list', [...list.items].reverse(), given.at);
  },
  slice(given) {
    const list = given.closedList(0);
    const [start, end] = [given.integer(1), given.integer(2)];
    if (start < 0 || end > list.items.length || start > end) given.fail('the indices are outside the list');
    return computedList(list.form === 'tuple' ? 'tuple' : 'list', list.items.slice(start, end), given.at);
  },
  sort(given) {
    const items = given.knownList(0).items.map((item) => convert(item, STRING));
    return computedList(
      'list',
      items.sort((one, other) => compareText(given.textOf(one), given.textOf(other))),
      given.at,
    );
  },
};

function truths(given: Arguments): readonly boolean[] {
  return given.knownList(0).items.map((item) => {
    const text = item.kind === 'null' ? 'false' : given.textOf(item);
    return text === 'true' || (text === 'false' ? false : given.fail('a bool is required'));
  });
}

/** The items converted to one type, as a parameter of type list requires. */
function sameType(given: Arguments, list: ListValue): ListValue {
  const converted = convert(list, collectionOf('list', DYNAMIC));
  return converted.kind === 'list' ? converted : given.halt(converted);
}

function positionOf(given: Arguments, items: readonly Value[], wanted: Value): number {
  if (wanted.kind === 'null') given.fail('the value must not be null');
  given.spend(extentOf(wanted).size * items.length);
  for (const [index, item] of items.entries()) {
    const equal = areEqual(item, wanted);
    if (equal === null) given.unknown('it compares something unknown');
    if (equal) return index;
  }
  return given.list(0).open ? given.unknown('the length of the list is not known') : -1;
}

function chunklist(given: Arguments): Value {
  const { items } = sameType(given, given.closedList(0));
  const size = given.integer(1);
  if (size < 0) given.fail('the size must not be negative');
  const step = size === 0 ? Math.max(1, items.length) : size;
  const chunks: Value[] = [];
  for (let start = 0; start < items.length; start += step) {
    chunks.push(computedList('list', items.slice(start, start + step), given.at));
  }
  return computedList('list', chunks, given.at);
}

function lengthOf(given: Arguments): Value {
  const value = given.value(0);
  if (value.kind === 'object')
    return computedCount(new Set(given.closedObject(0).members.map(({ key }) => key)).size, given.at);
  if (value.kind === 'list') return computedCount(given.closedList(0).items.length, given.at);
  if (typeOf(value)?.kind === 'number' || value.kind === 'boolean') given.fail('a text, list or map is required');
  return computedCount(graphemesIn(given, given.text(0)).length, given.at);
}
