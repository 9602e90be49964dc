import { refusalsOf } from '../../ecr/documents/lifecycle/refusals/inPolicy.ts';
import { POLICY_LIMITS } from '../../facts/lifecycle/policyLimits.ts';
import type { PolicyCheck } from '../check.ts';
import { starterPolicies } from '../support/starterPolicyFixes.ts';

export const policyRuleCount: PolicyCheck = {
  subject: 'policy',
  id: 'policy-rule-count',
  title: 'A lifecycle policy has no rule, or more than 50',
  severity: 'error',
  skipsKnownModules: true,
  *check(policy) {
    for (const { place, count } of refusalsOf(policy, 'rule-count')) {
      yield count === 0
        ? {
            place,
            message: `The policy has no rule, and AWS accepts 1 to ${POLICY_LIMITS.rules}. Give it at least one, or leave the policy out.`,
            fixes: starterPolicies(policy),
          }
        : {
            place,
            message: `The policy has ${count} rules, and AWS accepts at most ${POLICY_LIMITS.rules}; the limit cannot be raised. Merge rules.`,
          };
    }
  },
};
