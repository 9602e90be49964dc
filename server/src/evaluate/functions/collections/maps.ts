import { compareText, convert } from '../../values/convert.ts';
import { computedList, computedMember, computedObject, computedString, unknown } from '../../values/makeValue.ts';
import { failureIn, isWhollyKnown, memberOf } from '../../values/partsOfValue.ts';
import { sortedMembers } from '../../values/sortedMembers.ts';
import { equalTypes, STRING, typeOf } from '../../values/types.ts';
import type { ObjectMember, Value } from '../../values/value.ts';
import { someMember } from '../../values/valueAccess.ts';
import { oneOfTexts } from '../../writtenTexts.ts';
import type { Arguments } from '../arguments.ts';
import { inOrder } from './joinedLists.ts';

/** Functions of maps and objects. Source: Terraform's documentation of each, checked against Terraform 1.11.4. */
export const MAP_FUNCTIONS: Readonly<Record<string, (given: Arguments) => Value>> = {
  keys(given) {
    const object = given.closedObject(0);
    const names = sortedMembers(object).map(({ key, keyPlace, value }) =>
      computedString(key, { place: keyPlace, expression: value.expression }),
    );
    return computedList(object.form === 'map' ? 'list' : 'tuple', names, given.at);
  },
  lookup,
  merge,
  transpose,
  values(given) {
    const object = given.closedObject(0);
    return computedList(
      object.form === 'map' ? 'list' : 'tuple',
      sortedMembers(object).map(({ value }) => value),
      given.at,
    );
  },
  zipmap,
};

function lookup(given: Arguments): Value {
  const object = given.object(0);
  const key = convert(given.value(1), STRING);
  if (key.kind === 'unknown' && key.failure === undefined) {
    const values = [...object.members.map((member) => member.value), ...given.values.slice(2)];
    const fallback = () => oneOfTexts(values, 'its key is not known', given.at);
    return object.open ? fallback() : (someMember(object, given.values.slice(2), given.at) ?? fallback());
  }
  const name = given.text(1);
  const member = memberOf(object, name);
  const type = object.form === 'map' ? typeOf(object) : null;
  const fallback = given.count > 2 && type?.kind === 'map' ? convert(given.value(2), type.element) : null;
  if (fallback !== null && failureIn(fallback)) given.halt(fallback);
  if (member === undefined) {
    if (object.open) given.unknown(`the key ${name} may be absent`);
    if (given.count < 3) given.fail(`the map has no key ${name}`);
    return fallback ?? given.value(2);
  }
  return member.value;
}

/**
 * Later arguments win. An unknown argument may override earlier members and add keys; members of later arguments are
 * certain.
 */
function merge(given: Arguments): Value {
  const members = new Map<string, ObjectMember>();
  let open = false;
  for (const value of given.values) {
    if (value.kind === 'null') {
      const isMap = value.type === undefined || ['map', 'object', 'dynamic'].includes(value.type.kind);
      if (!isMap) given.fail('merge() takes maps and objects only');
      continue;
    }
    const isUnknown = value.kind === 'unknown' && value.failure === undefined;
    const isOpen = isUnknown || (value.kind === 'object' && value.open);
    if (isOpen) {
      open = true;
      for (const [key, member] of members) {
        members.set(key, {
          ...member,
          value: unknown('a later argument of merge() may override it', member.value),
          item: null,
        });
      }
    }
    if (isUnknown) continue;
    if (value.kind === 'unknown') given.halt(value);
    if (value.kind !== 'object') given.fail('merge() takes maps and objects only');
    for (const member of value.members) {
      members.delete(member.key);
      members.set(member.key, member);
    }
  }
  return joined(given, [...members.values()], open);
}

function joined(given: Arguments, members: readonly ObjectMember[], open: boolean): Value {
  const types = given.values.filter(({ kind }) => kind !== 'null').map(typeOf);
  const [first] = types;
  const isOneMap = first?.kind === 'map' && types.every((type) => type !== null && equalTypes(first, type));
  return computedObject(isOneMap ? 'map' : 'object', members, given.at, open);
}

function transpose(given: Arguments): Value {
  const object = given.closedObject(0);
  if (!isWhollyKnown(object) || failureIn(object)) given.unknown('a part of the map is not known');
  const groups = new Map<string, Value[]>();
  for (const { key, keyPlace, value } of sortedMembers(object)) {
    const owner = computedString(key, { place: keyPlace, expression: value.expression });
    for (const item of given.listOf(value).items) {
      const name = given.textOf(item);
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [owner]);
      else group.push(owner);
    }
  }
  const members = [...groups]
    .sort(([one], [other]) => compareText(one, other))
    .map(([key, owners]) => computedMember(key, computedList('list', owners, given.at)));
  return computedObject('map', members, given.at);
}

function zipmap(given: Arguments): Value {
  const [keys, values] = [given.knownList(0), inOrder(given, given.closedList(1))];
  if (keys.items.length !== values.items.length) given.fail('the number of keys and values must be the same');
  const members = new Map(
    keys.items.map((key, index) => {
      const name = given.textOf(key);
      return [name, computedMember(name, values.items[index] ?? key, key.place)] as const;
    }),
  );
  return computedObject(values.form === 'tuple' ? 'object' : 'map', [...members.values()], given.at);
}
