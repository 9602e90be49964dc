import { rulesListOf } from '../../ecr/documents/lifecycle/policy.ts';
import { POLICY_LIMITS } from '../../facts/lifecycle/policyLimits.ts';
import type { PolicyCheck } from '../check.ts';
import { starterPolicies } from '../support/starterPolicyFixes.ts';

export const policyRuleCount: PolicyCheck = {
  subject: 'policy',
  id: 'policy-rule-count',
  title: 'A lifecycle policy has no rule, or more than 50',
  severity: 'error',
  *check(policy) {
    const list = rulesListOf(policy);
    if (list !== null && !list.open && list.items.length === 0 && !policy.damaged) {
      yield {
        place: policy.place,
        message: `The policy has no rule, and AWS accepts 1 to ${POLICY_LIMITS.rules}. Give it at least one, or leave the policy out.`,
        fixes: starterPolicies(policy),
      };
    }
    if (list === null || list.items.length <= POLICY_LIMITS.rules) return;
    yield {
      place: policy.place,
      message: `The policy has ${list.items.length} rules and AWS accepts ${POLICY_LIMITS.rules}; the limit cannot be raised. Merge rules.`,
    };
  },
};
