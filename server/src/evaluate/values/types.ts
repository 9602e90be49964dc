import { effectiveMembers } from './partsOfValue.ts';
import type { AlternativesValue, ListValue, ObjectValue, Type, Value } from './value.ts';

export const STRING: Type = { kind: 'string' };
export const NUMBER: Type = { kind: 'number' };
export const BOOL: Type = { kind: 'bool' };
export const DYNAMIC: Type = { kind: 'dynamic' };

/** A list, set or map of an element type. */
export function collectionOf(kind: 'list' | 'set' | 'map', element: Type): Type {
  return { kind, element };
}

/** An object type without optional attributes. */
export function objectType(attributes: Iterable<readonly [string, Type]>): Type {
  return { kind: 'object', attributes: new Map([...attributes].map(([name, type]) => [name, { type }])) };
}

/** The type of a value, or null when an unknown part hides it. */
export function typeOf(value: Value): Type | null {
  switch (value.kind) {
    case 'string':
    case 'partial-string':
    case 'encoded':
      return STRING;
    case 'number':
      return NUMBER;
    case 'boolean':
      return BOOL;
    case 'null':
      return value.type ?? DYNAMIC;
    case 'unknown':
      return value.type !== undefined && isConcrete(value.type) ? value.type : null;
    case 'alternatives':
    case 'list':
    case 'object':
      return rememberedType(value);
  }
}

/** Types of large values: values share their parts and also the types of these. */
const typesOfValues = new WeakMap<Value, Type | null>();

/** Below this size, computing a type again is faster than remembering it. */
const REMEMBERED_SIZE = 64;

function rememberedType(value: AlternativesValue | ListValue | ObjectValue): Type | null {
  if (value.extent.size < REMEMBERED_SIZE) return typeOfParts(value);
  const known = typesOfValues.get(value);
  if (known !== undefined) return known;
  const type = typeOfParts(value);
  typesOfValues.set(value, type);
  return type;
}

function typeOfParts(value: AlternativesValue | ListValue | ObjectValue): Type | null {
  switch (value.kind) {
    case 'alternatives':
      return commonTypeOf(value.options);
    case 'list':
      if (value.elementType !== undefined && value.form !== 'tuple') return collectionOf(value.form, value.elementType);
      return value.open && (value.form === 'tuple' || value.items.length === 0)
        ? null
        : typeOfList(value.form, value.items);
    case 'object':
      return typeOfObject(value);
  }
}

/** False for a type with parts that the value decides, such as `any`. */
function isConcrete(type: Type): boolean {
  if (type.kind === 'dynamic') return false;
  if ('element' in type) return isConcrete(type.element);
  if (type.kind === 'tuple') return type.items.every(isConcrete);
  return type.kind !== 'object' || [...type.attributes.values()].every((attribute) => isConcrete(attribute.type));
}

/** The common type of a collection's values; undefined without one. */
export function elementTypeOf(type: Type | undefined): Type | undefined {
  return type !== undefined && 'element' in type ? type.element : undefined;
}

/** The type of a value after conversion to another type, some parts of which the value may decide. */
export function convertedType(from: Type | undefined, to: Type): Type {
  if (from === undefined) return to;
  if (to.kind === 'dynamic') return from;
  return 'element' in to && 'element' in from ? { ...to, element: convertedType(from.element, to.element) } : to;
}

function commonTypeOf(values: readonly Value[]): Type | null {
  const [first, ...others] = values.map(typeOf);
  return first && others.every((other) => other !== null && equalTypes(first, other)) ? first : null;
}

function typeOfList(form: 'tuple' | 'list' | 'set', items: readonly Value[]): Type | null {
  const types = items.map(typeOf);
  const known = types.filter((type) => type !== null);
  if (form === 'tuple') return known.length === types.length ? { kind: 'tuple', items: known } : null;
  return elementType(form, items.length === 0 ? [DYNAMIC] : types);
}

/** All elements share one type; null elements have none and are skipped. */
function elementType(kind: 'list' | 'set' | 'map', types: readonly (Type | null)[]): Type | null {
  const telling = types.find((type) => type !== null && type.kind !== 'dynamic');
  const element = telling ?? (types.includes(null) ? null : DYNAMIC);
  return element === null ? null : collectionOf(kind, element);
}

function typeOfObject(value: Value & { kind: 'object' }): Type | null {
  if (value.elementType !== undefined && value.form === 'map') return collectionOf('map', value.elementType);
  const members = effectiveMembers(value);
  const types = members.map((member) => typeOf(member.value));
  if (value.form === 'map') return elementType('map', types.length === 0 ? [value.open ? null : DYNAMIC] : types);
  if (value.open || types.includes(null)) return null;
  return objectType(members.map(({ key }, index) => [key, types[index] ?? DYNAMIC] as const));
}

/** True for two completely equal types. */
export function equalTypes(one: Type, other: Type): boolean {
  if (one === other) return true;
  if (one.kind !== other.kind) return false;
  if ('element' in one && 'element' in other) return equalTypes(one.element, other.element);
  if (one.kind === 'tuple' && other.kind === 'tuple') {
    const { items } = other;
    return (
      one.items.length === items.length && one.items.every((item, index) => equalTypes(item, items[index] ?? item))
    );
  }
  if (one.kind === 'object' && other.kind === 'object') {
    if (one.attributes.size !== other.attributes.size) return false;
    for (const [name, { type }] of one.attributes) {
      const twin = other.attributes.get(name);
      if (twin === undefined || !equalTypes(type, twin.type)) return false;
    }
  }
  return true;
}

/** A type as Terraform's messages name it. */
export function typeName(type: Type): string {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map':
      return `${type.kind} of ${typeName(type.element)}`;
    case 'dynamic':
      return 'dynamic';
    default:
      return type.kind;
  }
}
