import type { PolicyNode, PolicyObject } from './documentNodes.ts';

/** The value of a member when it is text, else null. */
export function textMember(object: PolicyObject | null, key: string): string | null {
  const value = memberValue(object, key);
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : null;
}

/** The value of a member when it is a number, else null. */
export function numberMember(object: PolicyObject | null, key: string): number | null {
  const value = memberValue(object, key);
  return value?.kind === 'scalar' && typeof value.value === 'number' ? value.value : null;
}

/** The object that a member is, or null. */
export function objectMember(object: PolicyObject | null, key: string): PolicyObject | null {
  const value = memberValue(object, key);
  return value?.kind === 'object' ? value : null;
}

export function memberValue(object: PolicyObject | null, key: string): PolicyNode | undefined {
  return object?.members.findLast((member) => member.key === key)?.value;
}
