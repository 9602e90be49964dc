import { oneOfTexts } from '../writtenTexts.ts';
import { convert } from './convert.ts';
import { ALTERNATIVES_LIMIT, alternatives, eachOption, failed, failedBy, unknown } from './makeValue.ts';
import { effectiveMembers, memberOf } from './partsOfValue.ts';
import { elementTypeOf, equalTypes, NUMBER, STRING, typeOf } from './types.ts';
import type { ListValue, ObjectValue, Provenance, Type, UnknownValue, Value } from './value.ts';

/** `value.name`. */
export function attributeOf(value: Value, name: string, at: Provenance): Value {
  switch (value.kind) {
    case 'object':
      return memberAt(value, name, at);
    case 'alternatives':
      return eachOption(value, (option) => attributeOf(option, name, at), at);
    case 'unknown':
      return unknownPart(value, attributeType(value.type, name), at);
    case 'null':
      return failed('this value is null, so it does not have any attributes', at);
    default:
      return failed('this value does not have any attributes', at);
  }
}

/** `value[key]`. */
export function indexOf(value: Value, key: Value, at: Provenance): Value {
  if (value.kind === 'alternatives') {
    return eachOption(value, (option) => indexOf(option, key, at), at);
  }
  if (value.kind === 'null') return failed('this value is null, so it does not have any indices', at);
  if (key.kind === 'null') return failed('the index is null', at);
  if (value.kind === 'unknown') return unknownPart(value, indexedType(value.type, key), at);
  if (value.kind === 'object') {
    const name = convert(key, STRING);
    if (name.kind === 'string') return memberAt(value, name.value, at);
    return name.kind === 'unknown' && name.failure !== undefined
      ? failedBy(name, at)
      : (someMember(value, [], at) ?? unknownMember(value, at));
  }
  if (value.kind !== 'list') return failed('this value does not have any indices', at);
  const position = convert(key, NUMBER);
  if (position.kind === 'unknown' && position.failure !== undefined) return failedBy(position, at);
  if (position.kind !== 'number') return oneOfTexts(value.items, 'its index is not known', at, furtherType(value));
  return itemAt(value, position.value, at);
}

function memberAt(object: ObjectValue, name: string, at: Provenance): Value {
  const member = memberOf(object, name);
  if (member !== undefined) return member.value;
  if (object.open) return unknown(`the key ${name} may be absent`, at, furtherType(object));
  return failed(`the object has no key ${name}`, at);
}

/**
 * The member at an unknown key: any of them, one of the others, or none, in which case Terraform fails. Null when there
 * are too many, or not all are known.
 */
export function someMember(object: ObjectValue, others: readonly Value[], at: Provenance): Value | null {
  const values = [...effectiveMembers(object).map(({ value }) => value), ...others];
  if (object.open || values.length === 0 || values.length >= ALTERNATIVES_LIMIT) return null;
  return alternatives([...values, unknownMember(object, at)], at, true);
}

function unknownMember(object: ObjectValue, at: Provenance): Value {
  const type = object.form === 'map' ? elementTypeOf(typeOf(object) ?? undefined) : undefined;
  return unknown('its key is not known', at, type);
}

function itemAt(list: ListValue, position: number, at: Provenance): Value {
  if (list.form === 'set') return failed('elements of a set are identified only by their value', at);
  if (list.open)
    return onlyInstanceIn(list) ?? oneOfTexts(list.items, 'the length of the list is not known', at, furtherType(list));
  return list.items[position] ?? failed(`the list has no element ${position}`, at);
}

/** A part of an unknown value: it may be missing, so that reading it may fail. */
function unknownPart(value: UnknownValue, type: Type | undefined, at: Provenance): Value {
  if (value.failure !== undefined) return failedBy(value, at);
  return unknown(value.because, at, type);
}

/** Undefined for a list or a set too, which have no attributes: where Terraform evaluates it, it stops. */
function attributeType(type: Type | undefined, name: string): Type | undefined {
  if (type?.kind === 'object') return type.attributes.get(name)?.type;
  return type?.kind === 'map' ? type.element : undefined;
}

function indexedType(type: Type | undefined, key: Value): Type | undefined {
  if (type?.kind === 'tuple' && key.kind === 'number') return type.items[key.value];
  return type?.kind === 'object' && key.kind === 'string' ? type.attributes.get(key.value)?.type : elementTypeOf(type);
}

/** The type of every element of an open collection, including the unknown ones. */
function furtherType(collection: ObjectValue | ListValue): Type | undefined {
  if (collection.elementType !== undefined) return collection.elementType;
  const values = collection.kind === 'list' ? collection.items : collection.members.map(({ value }) => value);
  const [first, ...others] = collection.further === undefined ? [] : [...collection.further, ...values].map(typeOf);
  const isOne = first !== undefined && others.every((type) => type && first && equalTypes(type, first));
  return isOne ? (first ?? undefined) : undefined;
}

/** The attribute of the only instance that a data source's splat may have; null for any other list. */
export function onlyInstanceIn({ items, further = [] }: ListValue): UnknownValue | null {
  const [one, ...others] = [...items, ...further];
  return one?.kind === 'unknown' && others.length === 0 && one.scopeId !== undefined ? one : null;
}
