import { refusalsOf } from '../../ecr/documents/lifecycle/refusals/inPolicy.ts';
import { POLICY_LIMITS } from '../../facts/lifecycle/policyLimits.ts';
import { printNumber } from '../../facts/printNumber.ts';
import type { PolicyCheck } from '../check.ts';
import { starterPolicies } from '../support/starterPolicyFixes.ts';

export const policyLength: PolicyCheck = {
  subject: 'policy',
  id: 'policy-length',
  title: 'A lifecycle policy is too short or too long for AWS',
  severity: 'error',
  skipsKnownModules: true,
  *check(policy) {
    for (const { place, length } of refusalsOf(policy, 'too-long')) {
      yield {
        place,
        message: `The policy has ${printNumber(length)} characters, and AWS accepts at most ${printNumber(POLICY_LIMITS.longestText)}. Merge rules or shorten descriptions.`,
      };
    }
    for (const { place } of refusalsOf(policy, 'empty-text')) {
      yield {
        place,
        message: `The policy is empty; AWS refuses a text of fewer than ${printNumber(POLICY_LIMITS.shortestText)} characters ("Member must have length greater than or equal to ${printNumber(POLICY_LIMITS.shortestText)}"). Give it at least one rule.`,
        fixes: starterPolicies(policy),
      };
    }
  },
};
