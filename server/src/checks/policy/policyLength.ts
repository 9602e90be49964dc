import { compactLength, longestLength } from '../../ecr/documents/compactLength.ts';
import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import { policySourceOf } from '../../ecr/documents/lifecycle/policySource.ts';
import { POLICY_LIMITS } from '../../facts/lifecycle/policyLimits.ts';
import type { PolicyCheck } from '../check.ts';
import { starterPolicies } from '../support/starterPolicyFixes.ts';

export const policyLength: PolicyCheck = {
  subject: 'policy',
  id: 'policy-length',
  title: 'The text of a lifecycle policy is shorter or longer than AWS accepts',
  severity: 'error',
  *check(policy) {
    const { place, root, damaged } = policy;
    if (damaged) return;
    const mayBeLong = root !== null && longestLength(root) > POLICY_LIMITS.longestText;
    const length = mayBeLong ? (compactLength(root) ?? 0) : 0;
    if (length > POLICY_LIMITS.longestText) {
      yield {
        place,
        message: `The policy has ${length} characters and AWS accepts ${POLICY_LIMITS.longestText}. Merge rules or shorten descriptions.`,
      };
    } else if (isEmptyText(policy) && !policySourceOf(policy.owner)?.fact.emptyMeansNone) {
      yield {
        place,
        message: `The policy is empty; AWS refuses a text of less than ${POLICY_LIMITS.shortestText} characters ("Member must have length greater than or equal to ${POLICY_LIMITS.shortestText}"). Give it at least one rule.`,
        fixes: starterPolicies(policy),
      };
    }
  },
};

function isEmptyText({ document }: LifecyclePolicy): boolean {
  return document !== null && document.mapped.text.trim() === '';
}
