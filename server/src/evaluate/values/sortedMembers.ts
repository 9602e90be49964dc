import { compareText } from './convert.ts';
import { effectiveMembers } from './partsOfValue.ts';
import type { ObjectMember, ObjectValue } from './value.ts';

/** The members of an object in Terraform's iteration order: by key. */
export function sortedMembers(value: ObjectValue): readonly ObjectMember[] {
  return [...effectiveMembers(value)].sort((one, other) => compareText(one.key, other.key));
}
