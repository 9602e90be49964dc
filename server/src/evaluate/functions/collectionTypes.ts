import { RE2JS } from 're2js';
import { convert } from '../values/convert.ts';
import { collectionOf, DYNAMIC, equalTypes, objectType, STRING, typeOf } from '../values/types.ts';
import type { Type, Value } from '../values/value.ts';

/** The type of a collection that a function makes of its arguments, if their types decide it. */
export function collectionType(name: string, values: readonly Value[]): Type | undefined {
  return TYPES.get(name)?.(values);
}

function typeIn(value: Value | undefined): Type | undefined {
  return (value && typeOf(value)) ?? undefined;
}

type TypeOfCall = (values: readonly Value[]) => Type | undefined;

const TYPES: ReadonlyMap<string, TypeOfCall> = new Map(
  Object.entries<TypeOfCall>({
    chunklist: ([list]) => asListOf(listType(list)),
    coalescelist: (values) => oneOf(values.map(typeIn), 'list'),
    concat: (values) => oneOf(values.map(typeIn), 'list'),
    distinct: ([list]) => listType(list),
    keys: ([map]) => keysType(typeIn(map)),
    matchkeys: ([list]) => listType(list),
    merge: (values) => mergedType(values.map(typeIn)),
    regex: ([pattern]) => groupsType(pattern),
    regexall: ([pattern]) => asListOf(groupsType(pattern)),
    setintersection: setType,
    setproduct: productType,
    setsubtract: setType,
    setunion: setType,
    values: ([map]) => valuesType(typeIn(map)),
    zipmap: ([, values]) => mapOf(typeIn(values)),
  }),
);

/** The type of a list, or of what Terraform makes a list of. */
function listType(value: Value | undefined): Type | undefined {
  return value && convertedTo('list', value);
}

function convertedTo(kind: 'list' | 'set', value: Value): Type | undefined {
  const type = typeIn(value);
  if (type?.kind === 'list' || type?.kind === 'set') return collectionOf(kind, type.element);
  if (type?.kind !== 'tuple') return undefined;
  return typeOf(convert(value, collectionOf(kind, DYNAMIC))) ?? undefined;
}

/** The type that all have, if it is such a collection. */
function oneOf([first, ...others]: readonly (Type | undefined)[], kind: 'list' | 'set' | 'map'): Type | undefined {
  if (first?.kind !== kind) return undefined;
  return others.every((type) => type !== undefined && equalTypes(type, first)) ? first : undefined;
}

function setType(values: readonly Value[]): Type | undefined {
  return oneOf(
    values.map((value) => convertedTo('set', value)),
    'set',
  );
}

function productType(values: readonly Value[]): Type | undefined {
  const lists = values.map(listType);
  const items = lists.flatMap((type) => (type?.kind === 'list' ? [type.element] : []));
  if (items.length === 0 || items.length < values.length) return undefined;
  const isSet = values.some((value) => typeIn(value)?.kind === 'set');
  return collectionOf(isSet ? 'set' : 'list', { kind: 'tuple', items });
}

/** Maps of one type give such a map; objects give an object, in which the last attribute of a name counts. */
function mergedType(types: readonly (Type | undefined)[]): Type | undefined {
  const attributes = new Map<string, Type>();
  for (const type of types) {
    if (type?.kind !== 'object') return oneOf(types, 'map');
    for (const [name, attribute] of type.attributes) attributes.set(name, attribute.type);
  }
  return objectType(attributes);
}

function keysType(type: Type | undefined): Type | undefined {
  if (type?.kind === 'map') return collectionOf('list', STRING);
  return type?.kind === 'object' ? { kind: 'tuple', items: [...type.attributes].map(() => STRING) } : undefined;
}

function valuesType(type: Type | undefined): Type | undefined {
  if (type?.kind === 'map') return collectionOf('list', type.element);
  if (type?.kind !== 'object') return undefined;
  const sorted = [...type.attributes].sort(([one], [other]) => (one < other ? -1 : 1));
  return { kind: 'tuple', items: sorted.map(([, attribute]) => attribute.type) };
}

function mapOf(type: Type | undefined): Type | undefined {
  return type?.kind === 'list' ? collectionOf('map', type.element) : undefined;
}

/** What a pattern captures: the whole match, or its groups, by name if they have names. */
function groupsType(pattern: Value | undefined): Type | undefined {
  if (pattern?.kind !== 'string' || pattern.value.length > 1000) return undefined;
  try {
    const compiled = RE2JS.compile(pattern.value);
    const named = Object.keys(compiled.namedGroups());
    const count = compiled.groupCount();
    if (count === 0) return STRING;
    if (named.length === 0) return { kind: 'tuple', items: Array.from({ length: count }, () => STRING) };
    return named.length === count ? objectType(named.map((name) => [name, STRING] as const)) : undefined;
  } catch {
    return undefined;
  }
}

function asListOf(type: Type | undefined): Type | undefined {
  return type && collectionOf('list', type);
}
