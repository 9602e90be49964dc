import { rulesListOf } from '../ecr/policy/lifecyclePolicy.ts';
import { POLICY_LIMITS } from '../facts/policyLimits.ts';
import type { PolicyCheck } from './rule.ts';

export const policyRuleCount: PolicyCheck = {
  subject: 'policy',
  id: 'policy-rule-count',
  title: 'A lifecycle policy has more than 50 rules',
  severity: 'error',
  *check(policy) {
    const list = rulesListOf(policy);
    if (list === null || list.items.length <= POLICY_LIMITS.rules) return;
    yield {
      place: policy.place,
      message: `The policy has ${list.items.length} rules and AWS accepts ${POLICY_LIMITS.rules}; the limit cannot be raised. Merge rules.`,
    };
  },
};
