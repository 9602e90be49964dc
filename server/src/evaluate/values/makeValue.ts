import { normalizeMapped } from '../../syntax/normalizedText.ts';
import { MappedTextBuilder } from '../../syntax/tree/mappedText.ts';
import type { Place } from '../../syntax/tree/place.ts';
import type { Decimal } from './decimal.ts';
import { decimalOf } from './decimal.ts';
import type {
  AlternativesValue,
  BooleanValue,
  EncodedValue,
  ListValue,
  NullValue,
  NumberValue,
  ObjectMember,
  ObjectValue,
  Provenance,
  StringValue,
  Type,
  UnknownValue,
  Value,
} from './value.ts';
import { extentOfEncoded, extentOfItems, extentOfMembers, extentOfOptions } from './valueExtent.ts';

/** Beyond this number of alternatives, a value is unknown. */
export const ALTERNATIVES_LIMIT = 16;

/** The origin of a value, without the value. */
function provenanceOf({ place, expression }: Provenance): Provenance {
  return { place, expression };
}

/** A string made by a computation at a place. */
export function computedString(value: string, at: Provenance): StringValue {
  const builder = new MappedTextBuilder();
  builder.computed(value, at.place);
  const mapped = normalizeMapped(builder.build('quoted', at.place));
  return {
    kind: 'string',
    value: mapped.text,
    mapped,
    ...provenanceOf(at),
    derived: true,
  };
}

/** A number made by a computation at a place. */
export function computedNumber(number: number | Decimal, at: Provenance): NumberValue {
  const { value, digits, bits } = typeof number === 'number' ? decimalOf(number) : number;
  const { place, expression } = at;
  if (digits !== undefined && bits !== undefined) {
    return { kind: 'number', value, digits, bits, place, expression, derived: true };
  }
  if (digits !== undefined) return { kind: 'number', value, digits, place, expression, derived: true };
  if (bits !== undefined) return { kind: 'number', value, bits, place, expression, derived: true };
  return { kind: 'number', value, place, expression, derived: true };
}

/** A count, which Terraform keeps with fewer bits. */
export function computedCount(count: number, at: Provenance): NumberValue {
  return computedNumber(decimalOf(count, 64), at);
}

/** A boolean made by a computation at a place. */
export function computedBoolean(value: boolean, at: Provenance): BooleanValue {
  return { kind: 'boolean', value, ...provenanceOf(at), derived: true };
}

/** A null made by a computation at a place. */
export function computedNull(at: Provenance): NullValue {
  return { kind: 'null', ...provenanceOf(at), derived: true };
}

/** A collection of values, made by a computation at a place; the items keep their own places. */
export function computedList(
  form: ListValue['form'],
  items: readonly Value[],
  at: Provenance,
  open = false,
): ListValue {
  return { kind: 'list', form, items, open, extent: extentOfItems(items, open), ...provenanceOf(at), derived: true };
}

/** An object made by a computation at a place; the members' values keep their own places. */
export function computedObject(
  form: ObjectValue['form'],
  members: readonly ObjectMember[],
  at: Provenance,
  open = false,
): ObjectValue {
  return {
    kind: 'object',
    form,
    members,
    open,
    extent: extentOfMembers(members, open),
    ...provenanceOf(at),
    derived: true,
  };
}

/** A list written out at a place. */
export function writtenList(items: readonly Value[], at: Provenance): ListValue {
  return { kind: 'list', form: 'tuple', items, open: false, extent: extentOfItems(items), ...at };
}

/** An object written out at a place. */
export function writtenObject(members: readonly ObjectMember[], at: Provenance, open: boolean): ObjectValue {
  return { kind: 'object', form: 'object', members, open, extent: extentOfMembers(members, open), ...at };
}

/** The text that `jsonencode` makes from a value. */
export function encodedValue(encoded: Value, at: Provenance): EncodedValue {
  return { ...at, kind: 'encoded', encoded, extent: extentOfEncoded(encoded) };
}

/** The list with other items at the same place. */
export function withItems(list: ListValue, items: readonly Value[]): ListValue {
  return { ...list, items, extent: extentOfItems(items, list.open) };
}

/** The object with other members at the same place. */
export function withMembers(object: ObjectValue, members: readonly ObjectMember[]): ObjectValue {
  return { ...object, members, extent: extentOfMembers(members, object.open) };
}

/** An open collection whose possible further values are described. */
export function withFurther<C extends ObjectValue | ListValue>(collection: C, further: readonly Value[]): C {
  if (!collection.open || further.length === 0) return collection;
  const { size, depth } = extentOfItems(further);
  const { extent } = collection;
  return {
    ...collection,
    further,
    extent: { ...extent, size: extent.size + size, depth: Math.max(extent.depth, depth) },
  };
}

/** A list that may have more items. */
export function openedList(list: ListValue): ListValue {
  return { ...list, open: true, extent: { ...list.extent, known: false } };
}

/** A member that no item spells. */
export function computedMember(key: string, value: Value, keyPlace: Place = value.place): ObjectMember {
  return { key, keyPlace, value, item: null };
}

/** Why a value that depends on the files of a folder is not known. */
export const UNLISTED = 'fileset() is not followed';

/** A value that cannot be known. */
export function unknown(because: string, at: Provenance, type?: Type): UnknownValue {
  return { kind: 'unknown', because, ...provenanceOf(at), ...(type === undefined ? {} : { type }) };
}

/** An unknown value that can be read without failing. */
export function unknownInput(because: string, at: Provenance, type?: Type): UnknownValue {
  return { ...unknown(because, at, type), infallible: true };
}

/** The result of an expression that Terraform rejects; `type` is the type it would have had. */
export function failed(failure: string, at: Provenance, type?: Type): UnknownValue {
  return { ...unknown(failure, at, type), failure };
}

/** The result of an expression that fails because a part of it does. */
export function failedBy(inner: UnknownValue, at: Provenance, type?: Type): UnknownValue {
  return { ...failed(inner.failure ?? inner.because, at, type), cause: inner.cause ?? inner };
}

/** One of several values; flat, and unknown above the limit. `byKey`: an unknown key chooses among them. */
export function alternatives(options: readonly Value[], at: Provenance, byKey = false): Value {
  const flat = options.flatMap((option) => (option.kind === 'alternatives' ? option.options : [option]));
  const [only] = flat;
  if (flat.length === 1 && only !== undefined) return only;
  if (flat.length > ALTERNATIVES_LIMIT) return unknown('it depends on too many conditions', at);
  const isByKey = byKey || options.some((option) => option.kind === 'alternatives' && option.byKey);
  return { kind: 'alternatives', options: flat, byKey: isByKey, extent: extentOfOptions(flat), ...provenanceOf(at) };
}

/** The results for each of several values. */
export function eachOption(
  { options, byKey }: AlternativesValue,
  make: (option: Value) => Value,
  at: Provenance,
): Value {
  return alternatives(options.map(make), at, byKey);
}
