import { refusalsOf } from '../../ecr/documents/lifecycle/refusals/inPolicy.ts';
import { POLICY_LIMITS } from '../../facts/lifecycle/policyLimits.ts';
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
        message: `The policy has ${length} characters and AWS accepts ${POLICY_LIMITS.longestText}. Merge rules or shorten descriptions.`,
      };
    }
    for (const { place } of refusalsOf(policy, 'empty-text')) {
      yield {
        place,
        message: `The policy is empty; AWS refuses a text of less than ${POLICY_LIMITS.shortestText} characters ("Member must have length greater than or equal to ${POLICY_LIMITS.shortestText}"). Give it at least one rule.`,
        fixes: starterPolicies(policy),
      };
    }
  },
};
