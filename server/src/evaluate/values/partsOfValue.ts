import { unknown } from './makeValue.ts';
import type {
  AlternativesValue,
  EncodedValue,
  ListValue,
  ObjectMember,
  ObjectValue,
  PartialStringValue,
  UnknownValue,
  Value,
} from './value.ts';
import { extentOf } from './valueExtent.ts';

/** The effective members: of equal keys the last, in the order of their first appearance. */
export function effectiveMembers({ members }: ObjectValue): readonly ObjectMember[] {
  const byKey = new Map(members.map((member) => [member.key, member]));
  return byKey.size === members.length ? members : [...byKey.values()];
}

/** The member of that name; of equal ones the last. */
export function memberOf({ members }: ObjectValue, key: string): ObjectMember | undefined {
  return members.findLast((member) => member.key === key);
}

/** The one `jsonencode(…)` that a text consists of, white space aside; null when it holds other text. */
export function encodedIn(value: Value): EncodedValue | null {
  if (value.kind === 'encoded') return value;
  return value.kind === 'string' || value.kind === 'partial-string' ? (value.wraps ?? null) : null;
}

/** True when no part of the value is unknown. */
export function isWhollyKnown(value: Value): boolean {
  return extentOf(value).known;
}

/** All unknown parts of a value, in order. */
export function unknownsIn(value: Value): readonly (UnknownValue | PartialStringValue | AlternativesValue)[] {
  const found: (UnknownValue | PartialStringValue | AlternativesValue)[] = [];
  visitUnknowns(value, (part) => found.push(part) === 0);
  return found;
}

/** Visits unknown parts until a visit returns true; returns true then. */
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

/** The possible further values of an open collection. */
function restOf(collection: ListValue | ObjectValue): UnknownValue[] {
  return collection.open ? [unknown('it may have more than what is known', collection)] : [];
}

/** All parts of a value that make Terraform fail. */
export function failuresIn(value: Value): readonly UnknownValue[] {
  if (!extentOf(value).failed) return [];
  return unknownsIn(value).filter(
    (part): part is UnknownValue => part.kind === 'unknown' && part.failure !== undefined,
  );
}

/** The failure in any part of a value, if there is one. */
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
