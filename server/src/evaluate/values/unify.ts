import { collectionOf, DYNAMIC, equalTypes, objectType } from './types.ts';
import type { Type } from './value.ts';

/** A type, null when Terraform finds none, or `unsure` when a null next to a structure hides the result. */
export type UnifiedType = Type | null | 'unsure';

/**
 * The type to which Terraform converts values of several types in a conditional or a list. Based on the behavior of
 * Terraform 1.11.4 and tested against it.
 */
export function unifyTypes(types: readonly Type[]): UnifiedType {
  const [first] = types;
  if (first === undefined) return DYNAMIC;
  if (types.every((type) => equalTypes(first, type))) return first;
  const telling = types.filter(({ kind }) => kind !== 'dynamic');
  if (telling.length < types.length) return telling.every(isScalar) ? unifyTypes(telling) : 'unsure';
  return unifyStructures(types) ?? unifyByConversion(types);
}

function unifyStructures(types: readonly Type[]): UnifiedType {
  const all = (...kinds: Type['kind'][]) => types.every(({ kind }) => kinds.includes(kind));
  if (all('map', 'object')) return all('object') ? unifyObjects(types) : elementsOf('map', types);
  if (all('tuple')) return unifyTuples(types);
  if (all('list', 'tuple')) return elementsOf('list', types);
  if (all('set', 'list', 'tuple')) return elementsOf('set', types);
  return null;
}

function elementsOf(kind: 'list' | 'set' | 'map', types: readonly Type[]): UnifiedType {
  const element = unifyTypes(types.flatMap(partsOf));
  return element === 'unsure' ? element : element && collectionOf(kind, element);
}

/** The types of the values in a collection or structure. */
function partsOf(type: Type): readonly Type[] {
  if ('element' in type) return [type.element];
  if (type.kind === 'tuple') return type.items;
  if (type.kind === 'object') return [...type.attributes.values()].map((attribute) => attribute.type);
  return [];
}

/** Objects with the same attributes stay objects when these unify; others become a map. */
function unifyObjects(types: readonly Type[]): UnifiedType {
  const objects = types.filter((type) => type.kind === 'object');
  const names = [...(objects[0]?.attributes.keys() ?? [])];
  const isSame = objects.every(
    ({ attributes }) => attributes.size === names.length && names.every((n) => attributes.has(n)),
  );
  if (!isSame) return elementsOf('map', types);
  const unified = names.map(
    (name) => [name, unifyTypes(objects.flatMap(({ attributes }) => attributes.get(name)?.type ?? []))] as const,
  );
  if (unified.some(([, type]) => type === 'unsure')) return 'unsure';
  const known = unified.flatMap(([name, type]) => (type === null || type === 'unsure' ? [] : [[name, type] as const]));
  return known.length === unified.length ? objectType(known) : elementsOf('map', types);
}

/** Tuples of one length stay tuples when their items unify; others become a list. */
function unifyTuples(types: readonly Type[]): UnifiedType {
  const tuples = types.filter((type) => type.kind === 'tuple');
  const length = tuples[0]?.items.length ?? 0;
  if (!tuples.every(({ items }) => items.length === length)) return elementsOf('list', types);
  const items: Type[] = [];
  for (let index = 0; index < length; index += 1) {
    const item = unifyTypes(tuples.flatMap((tuple) => tuple.items[index] ?? []));
    if (item === 'unsure') return item;
    if (item === null) return elementsOf('list', types);
    items.push(item);
  }
  return { kind: 'tuple', items };
}

/** Scalars: numbers and booleans convert to string; nothing else converts to another type. */
function unifyByConversion(types: readonly Type[]): Type | null {
  return types.every(isScalar) ? (types.find(({ kind }) => kind === 'string') ?? null) : null;
}

function isScalar({ kind }: Type): boolean {
  return kind === 'string' || kind === 'number' || kind === 'bool';
}
