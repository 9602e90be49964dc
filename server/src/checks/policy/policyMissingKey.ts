import type { MeantKey } from '../../ecr/documents/lifecycle/meantKeys.ts';
import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import type { PolicyPart } from '../../ecr/documents/lifecycle/policyParts.ts';
import { meantKeys } from '../../ecr/documents/lifecycle/policyRule.ts';
import { FieldReader } from '../../ecr/documents/lifecycle/ruleFields.ts';
import type { Fix } from '../../ecr/edits/change.ts';
import type { PolicyKey } from '../../facts/lifecycle/lifecyclePolicy.ts';
import { POLICY_KEYS } from '../../facts/lifecycle/lifecyclePolicy.ts';
import type { PolicyCheck } from '../check.ts';
import { choicesFor } from '../support/keyChoices.ts';

export const policyMissingKey: PolicyCheck = {
  subject: 'policy',
  id: 'policy-missing-key',
  title: 'A lifecycle policy lacks a key that AWS requires',
  severity: 'error',
  *check(policy) {
    for (const part of policy.parts) {
      const reader = new FieldReader(part.object, part.level, meantIn(part), policy.damaged);
      for (const fact of POLICY_KEYS[part.level]) {
        if (!fact.required || !reader.isAbsent(fact.key)) continue;
        yield {
          place: part.object.opening,
          message: `${fact.key} is missing; AWS refuses the policy ("object has missing required properties").`,
          fixes: additions(policy, part, fact),
        };
      }
    }
  },
};

/** The keys that near misses and misplaced keys of the same rule stand for. */
function meantIn({ level, object, rule }: PolicyPart): MeantKey[] {
  if (rule === null) return meantKeys(level, object);
  return [
    ...meantKeys('rule', rule.object),
    ...meantKeys('selection', rule.selection),
    ...meantKeys('action', rule.action),
  ];
}

function additions(policy: LifecyclePolicy, part: PolicyPart, fact: PolicyKey): Fix[] {
  return choicesFor(policy, part, fact.key)
    .filter(({ also }) => also.length === 0)
    .map(({ value }) => ({
      title: typeof value === 'object' ? `Add ${fact.key}` : `Add ${fact.key} = ${JSON.stringify(value)}`,
      kind: 'choice',
      changes: [{ kind: 'set-key', object: part.object, key: fact.key, value }],
    }));
}
