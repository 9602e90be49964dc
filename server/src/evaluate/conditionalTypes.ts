import type { Value } from './value.ts';

/**
 * True when Terraform's conversion of a conditional's branches to their common type is sure to change neither:
 * equal scalar kinds, equal shapes all the way down, or a null on one side.
 * Source: measured with Terraform 1.11.4 (objects of differing types become maps of strings).
 */
export function unifiesUnchanged(one: Value, other: Value): boolean {
  if (one.kind === 'null' || other.kind === 'null') return true;
  if (isString(one) && isString(other)) return true;
  if (one.kind === 'unknown' || other.kind === 'unknown') return false;
  if (one.kind === 'list' && other.kind === 'list') {
    const [left, right] = [one.items, other.items];
    if (one.open || other.open || left.length !== right.length) return false;
    return left.every((item, index) => right[index] !== undefined && unifiesUnchanged(item, right[index]));
  }
  if (one.kind === 'object' && other.kind === 'object') {
    if (one.open || other.open || one.members.length !== other.members.length) return false;
    return one.members.every(({ key, value }) => {
      const twin = other.members.find((member) => member.key === key);
      return twin !== undefined && unifiesUnchanged(value, twin.value);
    });
  }
  return one.kind === other.kind;
}

function isString(value: Value): boolean {
  return value.kind === 'string' || value.kind === 'partial-string' || value.kind === 'encoded';
}
