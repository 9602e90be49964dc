import type { PolicyMember, PolicyObject } from '../../ecr/documents/documentNodes.ts';
import type { MeantKey } from '../../ecr/documents/lifecycle/meantKeys.ts';
import { meantKey, namesAt } from '../../ecr/documents/lifecycle/meantKeys.ts';
import type { PolicyPart } from '../../ecr/documents/lifecycle/policyParts.ts';
import { meantKeys } from '../../ecr/documents/lifecycle/policyRule.ts';
import { refusalsOf } from '../../ecr/documents/lifecycle/refusals/inPolicy.ts';
import type { Fix } from '../../ecr/edits/change.ts';
import type { PolicyLevel } from '../../facts/lifecycle/lifecyclePolicy.ts';
import type { PolicyCheck } from '../check.ts';

export const policyUnknownKey: PolicyCheck = {
  subject: 'policy',
  id: 'policy-unknown-key',
  title: 'Unknown key in a lifecycle policy',
  severity: 'error',
  *check(policy) {
    for (const { place, part, member } of refusalsOf(policy, 'unknown-key')) {
      const meant = meantKey(part.level, member.key);
      yield {
        place,
        message: `${describe(part.level, member.key, meant)} AWS refuses the policy: the schema allows no other properties.`,
        fixes: [mend(part, member, meant) ?? remove(part.object, member)],
      };
    }
  },
};

const PLACES: Readonly<Record<PolicyLevel, string>> = {
  policy: 'the policy',
  rule: 'a rule',
  selection: 'selection',
  action: 'action',
};

function describe(level: PolicyLevel, written: string, meant: MeantKey | undefined): string {
  if (meant?.level === level) return `"${written}" is not a key of ${PLACES[level]}; it is spelled ${meant.key}.`;
  if (meant !== undefined)
    return `"${written}" is not a key of ${PLACES[level]}; it belongs to ${PLACES[meant.level]}.`;
  return `"${written}" is not a key of ${PLACES[level]}, which has ${namesAt(level).join(', ')}.`;
}

function remove(object: PolicyObject, member: PolicyMember): Fix {
  return { title: `Remove "${member.key}"`, kind: 'choice', changes: [{ kind: 'remove-key', object, member }] };
}

/** An object with more keys than this is not part of a policy, and comparing every pair of keys would be slow. */
const MENDABLE_KEYS = 50;

/** The intended key, unless it is already present or another unknown key means it too. */
function mend(part: PolicyPart, member: PolicyMember, meant: MeantKey | undefined): Fix | null {
  if (part.object.members.length > MENDABLE_KEYS) return null;
  const target = meant && objectOf(part, meant.level);
  if (meant === undefined || !target || target.members.some(({ key }) => key === meant.key)) return null;
  const claims = partsOfRule(part).flatMap(({ level, object }) => meantKeys(level, object));
  if (claims.filter(({ level, key }) => level === meant.level && key === meant.key).length > 1) return null;
  if (meant.level === part.level) {
    return {
      title: `Rename it to ${meant.key}`,
      kind: 'one',
      changes: [{ kind: 'rename-key', member, key: meant.key }],
    };
  }
  return {
    title: `Move ${meant.key} to ${PLACES[meant.level].replace('a rule', 'the rule')}`,
    kind: 'one',
    changes: [{ kind: 'move-key', from: part.object, member, to: target, key: meant.key }],
  };
}

function objectOf(part: PolicyPart, level: PolicyLevel): PolicyObject | null {
  if (level === part.level) return part.object;
  return partsOfRule(part).find((other) => other.level === level)?.object ?? null;
}

function partsOfRule({ level, object, rule }: PolicyPart): { level: PolicyLevel; object: PolicyObject | null }[] {
  if (rule === null) return [{ level, object }];
  return [
    { level: 'rule', object: rule.object },
    { level: 'selection', object: rule.selection },
    { level: 'action', object: rule.action },
  ];
}
