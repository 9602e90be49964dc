import type { LifecyclePolicy, PolicyRule } from '../../ecr/policy/lifecyclePolicy.ts';
import type { PolicyMember, PolicyNode, PolicyObject } from '../../ecr/policy/nodes.ts';
import type { PolicyKey, PolicyLevel } from '../../facts/lifecyclePolicy.ts';
import { policyKey } from '../../facts/lifecyclePolicy.ts';
import type { Place } from '../../syntax/place.ts';

/** An object of a policy, what it is, and the rule that it belongs to. */
export interface PolicyPart {
  readonly level: PolicyLevel;
  readonly object: PolicyObject;
  /** Null for the policy itself. */
  readonly rule: PolicyRule | null;
}

/** A member whose key AWS knows and that stands once in its object. */
export interface KnownMember extends PolicyPart {
  readonly member: PolicyMember;
  readonly fact: PolicyKey;
}

/** Every readable object of a policy: itself, its rules, their selections and actions. */
export function partsOf({ root, rules }: LifecyclePolicy): PolicyPart[] {
  const parts: PolicyPart[] = root?.kind === 'object' ? [{ level: 'policy', object: root, rule: null }] : [];
  for (const rule of rules) {
    parts.push({ level: 'rule', object: rule.object, rule });
    if (rule.selection !== null) parts.push({ level: 'selection', object: rule.selection, rule });
    if (rule.action !== null) parts.push({ level: 'action', object: rule.action, rule });
  }
  return parts;
}

/** Read once for all rules about a policy; a policy's value never changes. */
const membersByPolicy = new WeakMap<LifecyclePolicy, readonly KnownMember[]>();

/** The members of all objects of a policy that have one reading; a repeated key is reported as that. */
export function knownMembers(policy: LifecyclePolicy): readonly KnownMember[] {
  let members = membersByPolicy.get(policy);
  if (members === undefined) {
    members = partsOf(policy).flatMap(membersOf);
    membersByPolicy.set(policy, members);
  }
  return members;
}

function membersOf(part: PolicyPart): KnownMember[] {
  const { members } = part.object;
  return members.flatMap((member) => {
    const fact = policyKey(part.level, member.key);
    if (fact === undefined) return [];
    const isRepeated = members.some((other) => other !== member && other.key === member.key);
    return isRepeated ? [] : [{ ...part, member, fact }];
  });
}

/** Where a problem about a whole value stands: on the opening of what may span lines, else on the value. */
export function spotOf(node: PolicyNode): Place {
  return node.kind === 'object' || node.kind === 'list' ? node.opening : node.place;
}

/** What a value is, in JSON's words. */
export function typeNameOf(node: PolicyNode): string {
  if (node.kind === 'object') return 'an object';
  if (node.kind === 'list') return 'a list';
  if (node.kind === 'unknown') return 'unknown';
  if (node.value === null) return 'null';
  return `a ${typeof node.value}`;
}
