import { refusalsOf } from '../../ecr/documents/lifecycle/refusals/inPolicy.ts';
import { POLICY_LIMITS } from '../../facts/lifecycle/policyLimits.ts';
import type { PolicyCheck } from '../check.ts';

export const ruleTagPatternWildcards: PolicyCheck = {
  subject: 'policy',
  id: 'rule-tag-pattern-wildcards',
  title: 'A tag pattern has more than four wildcards',
  severity: 'error',
  *check(policy) {
    const limit = POLICY_LIMITS.wildcardsInPattern;
    for (const { place, wildcards } of refusalsOf(policy, 'wildcards')) {
      yield {
        place,
        message: `A pattern may have at most ${limit} wildcards, but this one has ${wildcards}; AWS refuses the policy: "Total number of * must not exceed ${limit}".`,
      };
    }
  },
};
