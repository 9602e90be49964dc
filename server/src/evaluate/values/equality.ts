import { compareDecimals } from './decimal.ts';
import { equalsText } from './partialText.ts';
import { effectiveMembers, isWhollyKnown } from './partsOfValue.ts';
import { renderString } from './renderValue.ts';
import { equalTypes, typeOf } from './types.ts';
import type { Value } from './value.ts';

/** A text that is equal for equal, fully known values of one type, and different for all others. */
export function equalityKey(value: Value): string {
  return renderString(value) ?? '';
}

/** Whether Terraform considers two values equal; null when unknown. Values of different types are never equal. */
export function areEqual(one: Value, other: Value): boolean | null {
  if (one.kind === 'null' || other.kind === 'null') return equalsNull(one, other);
  if (one.kind === 'string' && isText(other)) return equalsText(other, one.value);
  if (other.kind === 'string' && isText(one)) return equalsText(one, other.value);
  if (!isWhollyKnown(one) || !isWhollyKnown(other)) return null;
  if (isText(one) && isText(other)) return null;
  const [left, right] = [typeOf(one), typeOf(other)];
  if (left === null || right === null) return null;
  return equalTypes(left, right) && haveEqualParts(one, other);
}

function equalsNull(one: Value, other: Value): boolean | null {
  if (one.kind === 'null' && other.kind === 'null') return true;
  const value = one.kind === 'null' ? other : one;
  return value.kind === 'unknown' || value.kind === 'alternatives' ? null : false;
}

function isText(value: Value): boolean {
  return value.kind === 'string' || value.kind === 'encoded' || value.kind === 'partial-string';
}

function haveEqualParts(one: Value, other: Value): boolean {
  if (one.kind === 'list' && other.kind === 'list') {
    const { items } = other;
    return one.items.length === items.length && one.items.every((item, index) => sameOrFalse(item, items[index]));
  }
  if (one.kind === 'object' && other.kind === 'object') {
    const [left, right] = [
      effectiveMembers(one),
      new Map(effectiveMembers(other).map((member) => [member.key, member.value])),
    ];
    return left.length === right.size && left.every(({ key, value }) => sameOrFalse(value, right.get(key)));
  }
  if (one.kind === 'number' && other.kind === 'number') return compareDecimals(one, other) === 0;
  return 'value' in one && 'value' in other && one.value === other.value;
}

function sameOrFalse(one: Value, other: Value | undefined): boolean {
  return other !== undefined && areEqual(one, other) === true;
}
