import { convert } from '../../values/convert.ts';
import {
  ALTERNATIVES_LIMIT,
  alternatives,
  computedList,
  openedList,
  unknown,
  withFurther,
  withItems,
} from '../../values/makeValue.ts';
import { isWhollyKnown } from '../../values/partsOfValue.ts';
import { collectionOf, elementTypeOf, STRING, typeOf } from '../../values/types.ts';
import { unifyTypes } from '../../values/unify.ts';
import type { AlternativesValue, ListValue, Provenance, Value } from '../../values/value.ts';
import type { Arguments } from '../arguments.ts';

/** `concat()`: a list when all lists have one type, else a tuple. Unknown lists leave the others known. */
export function concat(given: Arguments): Value {
  const items: Value[] = [];
  const further: Value[] = [];
  let open = false;
  if (given.count === 0) given.fail('concat() takes at least one list');
  for (const value of given.values) {
    if (value.kind === 'unknown' && value.failure === undefined) {
      open = true;
      const element = elementTypeOf(value.type);
      if (element !== undefined) further.push(unknown(value.because, value, element));
    } else {
      const list = given.listOf(value);
      for (const item of inOrder(given, list).items) items.push(item);
      for (const item of list.further ?? []) further.push(item);
      open ||= list.open;
    }
  }
  const isOfLists = given.values.every((value) => value.kind === 'list' && value.form !== 'tuple');
  if (!isOfLists || open) return withFurther(computedList('tuple', items, given.at, open), further);
  const types = given.values.map(typeOf);
  const elements = types.flatMap((type) => (type !== null && 'element' in type ? [type.element] : []));
  const element = elements.length === types.length ? unifyTypes(elements) : 'unsure';
  if (element === 'unsure') given.unknown('the type of its elements is not followed');
  if (element === null) return computedList('tuple', items, given.at);
  return convert(computedList('tuple', items, given.at), collectionOf('list', element));
}

/** A list whose elements have places. */
export function inOrder(given: Arguments, list: ListValue): ListValue {
  return list.form === 'set' ? given.fail('a list is required, not a set') : list;
}

/** `compact()`: the non-empty texts. An unknown text may be non-empty. */
export function compact(given: Arguments): Value {
  return eachInside(given, (list) => {
    const isText = (item: Value) => item.kind !== 'unknown' && item.kind !== 'alternatives' && isWhollyKnown(item);
    const texts = list.items.filter((item) => isText(item) && item.kind !== 'null' && given.textOf(item) !== '');
    const open = list.open || !list.items.every(isText);
    return computedList(
      'list',
      texts.map((item) => convert(item, STRING)),
      given.at,
      open,
    );
  });
}

/** `flatten()`: the items of nested lists. */
export function flatten(given: Arguments): Value {
  return eachInside(given, (list) => flattened(list, given.at));
}

function flattened(list: ListValue, at: Provenance): Value {
  const items: Value[] = [];
  const further: Value[] = [];
  let open = false;
  const add = (value: Value, found: Value[]): void => {
    if (value.kind === 'list') {
      open ||= value.open;
      for (const item of value.items) add(item, found);
      for (const item of value.further ?? []) add(item, further);
    } else if (isNoList(value)) found.push(value);
    else if (value.kind === 'alternatives' || (value.kind === 'unknown' && value.failure === undefined)) open = true;
    else found.push(value);
  };
  add(list, items);
  return withFurther(computedList('tuple', items, at, open), further);
}

/** True for an unknown value that is certainly not a list, so that `flatten` keeps it unchanged. */
function isNoList(value: Value): boolean {
  const type = value.kind === 'unknown' ? typeOf(value) : null;
  return type !== null && type.kind !== 'tuple' && type.kind !== 'list' && type.kind !== 'set';
}

/**
 * A function's result on a list for each option of each uncertain item, at any depth; all other uncertain items are
 * unknown then.
 */
function eachInside(given: Arguments, make: (list: ListValue) => Value): Value {
  const list = given.list(0);
  const targets = alternativesIn(list);
  if (targets.length > ALTERNATIVES_LIMIT) return make(list);
  const options = targets.flatMap((target) => target.options.map((option) => ({ target, option })));
  if (options.length === 0 || options.length > ALTERNATIVES_LIMIT) return make(list);
  given.spend(options.length * list.extent.size);
  return alternatives(
    options.map(({ target, option }) => orMore(make(withItem(list, target, option)))),
    given.at,
    targets.some(({ byKey }) => byKey),
  );
}

/** A list that is empty in only one case is not reported, because no text says so. */
function orMore(value: Value): Value {
  return value.kind === 'list' && value.items.length === 0 ? openedList(value) : value;
}

function alternativesIn({ items }: ListValue): readonly AlternativesValue[] {
  return items.flatMap((item) => {
    if (item.kind === 'alternatives') return [item];
    return item.kind === 'list' ? alternativesIn(item) : [];
  });
}

function withItem(list: ListValue, target: AlternativesValue, option: Value): ListValue {
  const items = list.items.map((item) => {
    if (item === target) return option;
    return item.kind === 'list' ? withItem(item, target, option) : item;
  });
  return withItems(list, items);
}
