import { compareDecimals, isDecimal, printDecimal, readDecimal } from './decimal.ts';
import {
  computedBoolean,
  computedList,
  computedMember,
  computedNull,
  computedNumber,
  computedObject,
  computedString,
  eachOption,
  failed,
  unknown,
  withFurther,
  withItems,
} from './makeValue.ts';
import { effectiveMembers, isWhollyKnown, memberOf } from './partsOfValue.ts';
import { collectionOf, convertedType, STRING, typeName, typeOf } from './types.ts';
import { unifyTypes } from './unify.ts';
import type { ListValue, ObjectMember, ObjectValue, Type, Value } from './value.ts';

/**
 * A value converted to a type, as Terraform converts function arguments, conditionals and type constraints. A
 * conversion that Terraform rejects gives a failure, one that cannot be known an unknown value of that type.
 */
export function convert(value: Value, type: Type): Value {
  if (type.kind === 'dynamic') return value;
  if (value.kind === 'null') return { ...value, type };
  if (value.kind === 'unknown')
    return value.failure === undefined ? { ...value, type: convertedType(value.type, type) } : value;
  if (value.kind === 'alternatives') {
    return eachOption(value, (option) => convert(option, type), value);
  }
  switch (type.kind) {
    case 'string':
      return toText(value);
    case 'number':
      return toDecimal(value);
    case 'bool':
      return toTruth(value);
    case 'list':
    case 'set':
      return toCollection(value, type.kind, type.element);
    case 'tuple':
      return toTuple(value, type.items);
    case 'map':
      return toMap(value, type.element);
    case 'object':
      return toObject(value, type);
  }
}

/** Values converted to their common type; null when Terraform finds none. */
export function convertToCommonType(
  values: readonly Value[],
): { readonly type: Type | null; readonly values: readonly Value[] } | null {
  const types = values.map(typeOf);
  const known = types.filter((type) => type !== null);
  const type = known.length < types.length ? 'unsure' : unifyTypes(known);
  if (type === 'unsure') return { type: null, values: values.map(hideType) };
  return type && { type, values: values.map((value) => convert(value, type)) };
}

/** Makes a value unknown when its sibling's type is unknown, except strings, because everything converts to string. */
function hideType(value: Value): Value {
  if (value.kind === 'unknown' || value.kind === 'null' || typeOf(value)?.kind === 'string') return value;
  return unknown('it is converted to a type that is not known', value);
}

function refuse(value: Value, wanted: string): Value {
  return failed(`${wanted} required`, value);
}

function toText(value: Value): Value {
  switch (value.kind) {
    case 'number':
      return computedString(printDecimal(value), value);
    case 'boolean':
      return computedString(String(value.value), value);
    case 'list':
    case 'object':
      return refuse(value, 'string');
    default:
      return value;
  }
}

function toDecimal(value: Value): Value {
  if (value.kind === 'number') return value;
  if (value.kind === 'partial-string' || value.kind === 'encoded') return unknown('it is computed', value);
  if (value.kind !== 'string') return refuse(value, 'a number is');
  const number = readDecimal(value.value);
  if (number !== null) return computedNumber(number, value);
  return isDecimal(value.value) ? unknown('it has more digits than are followed', value) : refuse(value, 'a number is');
}

function toTruth(value: Value): Value {
  if (value.kind === 'boolean') return value;
  if (value.kind === 'partial-string' || value.kind === 'encoded') return unknown('it is computed', value);
  if (value.kind === 'string' && (value.value === 'true' || value.value === '1')) return computedBoolean(true, value);
  if (value.kind === 'string' && (value.value === 'false' || value.value === '0')) return computedBoolean(false, value);
  return refuse(value, 'a bool is');
}

function toCollection(value: Value, form: 'list' | 'set', element: Type): Value {
  if (value.kind !== 'list') return refuse(value, `${form} of ${typeName(element)}`);
  const converted = convertAll(value.items, element);
  if (converted === null) return refuse(value, 'all list elements must have the same type:');
  if (converted.type === null && value.items.length > 0 && isWhollyKnown(value)) {
    return unknown('the type of its elements is not followed', value);
  }
  const list: ListValue = {
    ...withFurther(computedList(form, converted.values, value, value.open), furtherAs(value, converted.type)),
    ...withElements(converted.type),
  };
  return form === 'set' && value.form !== 'set' ? withoutRepeats(list) : list;
}

/** The elements of a set: each once, in Terraform's order, which is known only for scalars. */
export function withoutRepeats(list: ListValue): Value {
  const items = [...new Map(list.items.map((item) => [scalarKey(item), item])).values()];
  if (items.some((item) => scalarKey(item) === null)) {
    if (list.items.length <= 1 && !list.open) return list;
    return unknown(
      'it is a set whose order is not known',
      list,
      collectionOf('set', typeOf(list.items[0] ?? list) ?? STRING),
    );
  }
  return withItems(list, items.sort(compareScalars));
}

function scalarKey(value: Value): string | null {
  if (value.kind === 'number') return `number ${printDecimal(value)}`;
  if (value.kind === 'string' || value.kind === 'boolean') return `${value.kind} ${value.value}`;
  return null;
}

function compareScalars(one: Value, other: Value): number {
  if (one.kind === 'number' && other.kind === 'number') return compareDecimals(one, other);
  const [left, right] = [one, other].map((value) => ('value' in value ? String(value.value) : ''));
  return compareText(left ?? '', right ?? '');
}

/** The order of two texts by code points, which is how Terraform sorts. */
export function compareText(one: string, other: string): number {
  const common = Math.min(one.length, other.length);
  let index = 0;
  while (index < common && one.charCodeAt(index) === other.charCodeAt(index)) index += 1;
  if (index === common) return one.length - other.length;
  const [left, right] = [one.charCodeAt(index), other.charCodeAt(index)];
  // A letter of two code units follows all letters of one.
  return isSurrogate(left) === isSurrogate(right) ? left - right : isSurrogate(left) ? 1 : -1;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xe000;
}

/** The items converted to an element type; for `any`, to their common type. Null when there is none. */
function convertAll(values: readonly Value[], element: Type): ReturnType<typeof convertToCommonType> {
  if (element.kind !== 'dynamic') return { type: element, values: values.map((value) => convert(value, element)) };
  return values.length === 0 ? { type: null, values } : convertToCommonType(values);
}

/** Possible further parts of a collection, converted to the type of its elements. */
function furtherAs({ further = [] }: ListValue | ObjectValue, element: Type | null): readonly Value[] {
  return element === null ? [] : further.map((value) => convert(value, element));
}

function withElements(elementType: Type | null): { readonly elementType?: Type } {
  return elementType === null ? {} : { elementType };
}

function toTuple(value: Value, types: readonly Type[]): Value {
  if (value.kind !== 'list' || value.form === 'set' || value.open) return unknown('its length is not known', value);
  if (value.items.length !== types.length) return refuse(value, `tuple of ${types.length} elements`);
  const items = value.items.map((item, index) => convert(item, types[index] ?? STRING));
  return computedList('tuple', items, value);
}

function toMap(value: Value, element: Type): Value {
  if (value.kind !== 'object') return refuse(value, `map of ${typeName(element)}`);
  const members = [...effectiveMembers(value)].sort((one, other) => compareText(one.key, other.key));
  const converted = convertAll(
    members.map((member) => member.value),
    element,
  );
  if (converted === null) return refuse(value, 'all map elements must have the same type:');
  const same = members.map((member, index) => ({ ...member, value: converted.values[index] ?? member.value }));
  const map = withFurther(computedObject('map', same, value, value.open), furtherAs(value, converted.type));
  return { ...map, ...withElements(converted.type) };
}

function toObject(value: Value, type: Type & { kind: 'object' }): Value {
  if (value.kind !== 'object') return refuse(value, 'object');
  const members: ObjectMember[] = [];
  for (const [name, { type: wanted, optional = false, fallback }] of type.attributes) {
    const member = memberOf(value, name);
    if (member === undefined && value.open) {
      members.push(computedMember(name, unknown('it may be absent', value, wanted), value.place));
    } else if (member === undefined && !optional) {
      return refuse(value, `attribute "${name}" is`);
    } else {
      const given = member?.value ?? computedNull(value);
      const used = given.kind === 'null' && fallback !== undefined ? fallback : convert(given, wanted);
      members.push({ key: name, keyPlace: member?.keyPlace ?? value.place, value: used, item: member?.item ?? null });
    }
  }
  return computedObject('object', members, value) satisfies ObjectValue;
}
