import { normalizeMapped } from '../../syntax/normalizedText.ts';
import type { MappedText } from '../../syntax/tree/mappedText.ts';
import { MappedTextBuilder } from '../../syntax/tree/mappedText.ts';
import type { Place } from '../../syntax/tree/place.ts';
import type { Expression, ObjectItem } from '../../syntax/tree/tree.ts';
import type { Evaluator } from '../evaluate.ts';
import type { Decimal } from './decimal.ts';
import { decimalOf } from './decimal.ts';
import type { Type } from './types.ts';
import type { Extent } from './valueExtent.ts';
import { extentOf, extentOfEncoded, extentOfItems, extentOfMembers, extentOfOptions } from './valueExtent.ts';

/**
 * What an expression gives, as far as it can be known without running Terraform. Each value knows the smallest
 * expression that spells it, also when it was reached through a local of another file or a call of a function.
 */
export type Value =
  | StringValue
  | PartialStringValue
  | EncodedValue
  | NumberValue
  | BooleanValue
  | NullValue
  | ObjectValue
  | ListValue
  | AlternativesValue
  | UnknownValue;

/** Where a value comes from. */
export interface Provenance {
  readonly place: Place;
  /** The expression at `place`, or the nearest one around it. */
  readonly expression: Expression;
  /** True when the text at `place` gives this value only after a conversion or computation: it cannot be edited there. */
  readonly derived?: boolean;
}

export interface StringValue extends Provenance {
  readonly kind: 'string';
  readonly value: string;
  /** Where each stretch of the string comes from. */
  readonly mapped: MappedText;
}

/** A string of which only some stretches are known; the others are holes of `mapped`. */
export interface PartialStringValue extends Provenance {
  readonly kind: 'partial-string';
  readonly mapped: MappedText;
}

/** The string that `jsonencode` makes of `encoded`. */
export interface EncodedValue extends Provenance {
  readonly kind: 'encoded';
  readonly encoded: Value;
  readonly extent: Extent;
}

export interface NumberValue extends Provenance, Decimal {
  readonly kind: 'number';
}

export interface BooleanValue extends Provenance {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface NullValue extends Provenance {
  readonly kind: 'null';
  /** The type it was converted to, if it was. */
  readonly type?: Type;
}

export interface ObjectMember {
  readonly key: string;
  readonly keyPlace: Place;
  readonly value: Value;
  /** The item that spells the member; null when it is computed. */
  readonly item: ObjectItem | null;
}

/** What a collection has, whether an object or a list. */
interface Collection extends Provenance {
  /** It may have more than what is known, at keys or places that are not known. */
  readonly open: boolean;
  readonly extent: Extent;
  /** What is known of each value that an open collection may have beside those that are known. */
  readonly further?: readonly Value[];
  /** The type of the elements, where that was asked for. */
  readonly elementType?: Type;
}

/** Members in text order, repeated keys included (Terraform keeps the last). */
export interface ObjectValue extends Collection {
  readonly kind: 'object';
  readonly form: 'object' | 'map';
  readonly members: readonly ObjectMember[];
}

export interface ListValue extends Collection {
  readonly kind: 'list';
  readonly form: 'tuple' | 'list' | 'set';
  readonly items: readonly Value[];
}

/** One of these, depending on a condition that is not known. At least two; none of them is itself alternatives. */
export interface AlternativesValue extends Provenance {
  readonly kind: 'alternatives';
  readonly options: readonly Value[];
  /** True when a key that is not known chooses: one of them may be there that is never taken. */
  readonly byKey: boolean;
  readonly extent: Extent;
}

/** `because` completes the sentence "not known, because …". */
export interface UnknownValue extends Provenance {
  readonly kind: 'unknown';
  readonly because: string;
  /** Its type, where that is known. */
  readonly type?: Type;
  /** What Terraform says of the expression, when it is sure to fail. */
  readonly failure?: string;
  /** What kind of mistake makes it fail, where that is one that users are told of. */
  readonly mistake?: Mistake;
  /** The failure inside, that makes this one fail. */
  readonly cause?: UnknownValue;
  /** True when nothing but the value itself is not known: reading it cannot fail. */
  readonly infallible?: boolean;
  /** For a reference to a resource or data source: what evaluates the other expressions of its module. */
  readonly evaluator?: Evaluator;
}

/** Mistakes in expressions that Terraform refuses. */
export type Mistake = 'missing-file' | 'conditional-types' | 'template' | 'name';

/** More alternatives than this are not followed. */
export const ALTERNATIVES_LIMIT = 16;

/** The provenance of a value, without the value. */
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
  const decimal = typeof number === 'number' ? decimalOf(number) : number;
  return { kind: 'number', ...decimalIn(decimal), ...provenanceOf(at), derived: true };
}

/** The number without what else a value has. */
function decimalIn({ value, digits, bits }: Decimal): Decimal {
  return { value, ...(digits === undefined ? {} : { digits }), ...(bits === undefined ? {} : { bits }) };
}

/** A whole number that counts something, which Terraform keeps with fewer bits. */
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

/** A list as it is written at a place. */
export function writtenList(items: readonly Value[], at: Provenance): ListValue {
  return { kind: 'list', form: 'tuple', items, open: false, extent: extentOfItems(items), ...at };
}

/** An object as it is written at a place. */
export function writtenObject(members: readonly ObjectMember[], at: Provenance, open: boolean): ObjectValue {
  return { kind: 'object', form: 'object', members, open, extent: extentOfMembers(members, open), ...at };
}

/** The text that `jsonencode` makes of a value at a place. */
export function encodedValue(encoded: Value, at: Provenance): EncodedValue {
  return { ...at, kind: 'encoded', encoded, extent: extentOfEncoded(encoded) };
}

/** The list with other items in its place. */
export function withItems(list: ListValue, items: readonly Value[]): ListValue {
  return { ...list, items, extent: extentOfItems(items, list.open) };
}

/** The object with other members in its place. */
export function withMembers(object: ObjectValue, members: readonly ObjectMember[]): ObjectValue {
  return { ...object, members, extent: extentOfMembers(members, object.open) };
}

/** An open collection that knows what its further values are like. */
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

/** A list that may have more items than these. */
export function openedList(list: ListValue): ListValue {
  return { ...list, open: true, extent: { ...list.extent, known: false } };
}

/** A member that no item spells. */
export function computedMember(key: string, value: Value, keyPlace: Place = value.place): ObjectMember {
  return { key, keyPlace, value, item: null };
}

/** A value that cannot be known. */
export function unknown(because: string, at: Provenance, type?: Type): UnknownValue {
  return { kind: 'unknown', because, ...provenanceOf(at), ...(type === undefined ? {} : { type }) };
}

/** A value that is not known although reading it cannot fail. */
export function unknownInput(because: string, at: Provenance, type?: Type): UnknownValue {
  return { ...unknown(because, at, type), infallible: true };
}

/** The outcome of an expression that Terraform refuses; `type` where a value of that type would have come. */
export function failed(failure: string, at: Provenance, type?: Type): UnknownValue {
  return { ...unknown(failure, at, type), failure };
}

/** The outcome of an expression that fails because a part of it does. */
export function failedBy(inner: UnknownValue, at: Provenance, type?: Type): UnknownValue {
  return { ...failed(inner.failure ?? inner.because, at, type), cause: inner.cause ?? inner };
}

/** One of several values; flat, and not known past the limit. `byKey`: a key that is not known chooses among them. */
export function alternatives(options: readonly Value[], at: Provenance, byKey = false): Value {
  const flat = options.flatMap((option) => (option.kind === 'alternatives' ? option.options : [option]));
  const [only] = flat;
  if (flat.length === 1 && only !== undefined) return only;
  if (flat.length > ALTERNATIVES_LIMIT) return unknown('it depends on too many conditions', at);
  const isByKey = byKey || options.some((option) => option.kind === 'alternatives' && option.byKey);
  return { kind: 'alternatives', options: flat, byKey: isByKey, extent: extentOfOptions(flat), ...provenanceOf(at) };
}

/** What is made of each of several values. */
export function eachOption(
  { options, byKey }: AlternativesValue,
  make: (option: Value) => Value,
  at: Provenance,
): Value {
  return alternatives(options.map(make), at, byKey);
}

/** The members that count: of equal keys the last, in the order of the first. */
export function effectiveMembers({ members }: ObjectValue): readonly ObjectMember[] {
  const byKey = new Map(members.map((member) => [member.key, member]));
  return byKey.size === members.length ? members : [...byKey.values()];
}

/** The member of that name, of equal ones the last. */
export function memberOf({ members }: ObjectValue, key: string): ObjectMember | undefined {
  return members.findLast((member) => member.key === key);
}

/** True when no part of the value is unknown. */
export function isWhollyKnown(value: Value): boolean {
  return extentOf(value).known;
}

/** Everything inside a value that is not known, in order. */
export function unknownsIn(value: Value): readonly (UnknownValue | PartialStringValue | AlternativesValue)[] {
  const found: (UnknownValue | PartialStringValue | AlternativesValue)[] = [];
  visitUnknowns(value, (part) => found.push(part) === 0);
  return found;
}

/** Visits what is not known until a visit answers true; true then. */
function visitUnknowns(
  value: Value,
  visit: (part: UnknownValue | PartialStringValue | AlternativesValue) => boolean,
): boolean {
  switch (value.kind) {
    case 'unknown':
    case 'partial-string':
    case 'alternatives':
      return visit(value);
    case 'encoded':
      return visitUnknowns(value.encoded, visit);
    case 'list':
      return (
        !value.extent.known && (value.items.some((item) => visitUnknowns(item, visit)) || restOf(value).some(visit))
      );
    case 'object':
      return (
        !value.extent.known &&
        (effectiveMembers(value).some((member) => visitUnknowns(member.value, visit)) || restOf(value).some(visit))
      );
    default:
      return false;
  }
}

/** What an open collection may have beside what is known. */
function restOf(collection: ListValue | ObjectValue): UnknownValue[] {
  return collection.open ? [unknown('it may have more than what is known', collection)] : [];
}

/** Every part of a value that makes Terraform stop. */
export function failuresIn(value: Value): readonly UnknownValue[] {
  if (!extentOf(value).failed) return [];
  return unknownsIn(value).filter(
    (part): part is UnknownValue => part.kind === 'unknown' && part.failure !== undefined,
  );
}

/** The failure that any part of a value carries, if one does. */
export function failureIn(value: Value): UnknownValue | undefined {
  let failure: UnknownValue | undefined;
  if (!extentOf(value).failed) return failure;
  visitUnknowns(value, (part) => {
    if (part.kind !== 'unknown' || part.failure === undefined) return false;
    failure = part;
    return true;
  });
  return failure;
}
