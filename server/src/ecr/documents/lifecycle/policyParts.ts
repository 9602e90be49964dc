import type { PolicyKey, PolicyLevel } from '../../../facts/lifecycle/lifecyclePolicy.ts';
import { policyKey } from '../../../facts/lifecycle/lifecyclePolicy.ts';
import type { PolicyMember, PolicyNode, PolicyObject } from '../documentNodes.ts';
import type { PolicyRule } from './policyRule.ts';

/** An object of a policy, its level, and the rule that it belongs to. */
export interface PolicyPart {
  readonly level: PolicyLevel;
  readonly object: PolicyObject;
  /** Null for the policy itself. */
  readonly rule: PolicyRule | null;
}

/** A member with a known key that appears once in its object. */
export interface KnownMember extends PolicyPart {
  readonly member: PolicyMember;
  readonly fact: PolicyKey;
}

/** Every readable object of a policy: itself, its rules, their selections and actions. */
export function readParts(root: PolicyNode | null, rules: readonly PolicyRule[]): PolicyPart[] {
  const parts: PolicyPart[] = root?.kind === 'object' ? [{ level: 'policy', object: root, rule: null }] : [];
  for (const rule of rules) {
    parts.push({ level: 'rule', object: rule.object, rule });
    if (rule.selection !== null) parts.push({ level: 'selection', object: rule.selection, rule });
    if (rule.action !== null) parts.push({ level: 'action', object: rule.action, rule });
  }
  return parts;
}

/** The unambiguous members of all objects of a policy; another check reports repeated keys. */
export function readKnownMembers(parts: readonly PolicyPart[]): KnownMember[] {
  const found: KnownMember[] = [];
  for (const { level, object, rule } of parts) {
    for (const member of object.members) {
      const fact = policyKey(level, member.key);
      if (fact !== undefined && !isRepeated(object, member)) found.push({ level, object, rule, member, fact });
    }
  }
  return found;
}

function isRepeated({ members }: PolicyObject, member: PolicyMember): boolean {
  for (const other of members) if (other !== member && other.key === member.key) return true;
  return false;
}
