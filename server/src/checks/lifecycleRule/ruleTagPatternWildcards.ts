import { entriesOf } from '../../ecr/documents/lifecycle/claims/tagEntries.ts';
import { POLICY_LIMITS } from '../../facts/lifecycle/policyLimits.ts';
import type { PolicyCheck } from '../check.ts';

export const ruleTagPatternWildcards: PolicyCheck = {
  subject: 'policy',
  id: 'rule-tag-pattern-wildcards',
  title: 'A tag pattern has more than four wildcards',
  severity: 'error',
  *check({ rules }) {
    const limit = POLICY_LIMITS.wildcardsInPattern;
    for (const { tagPatternList } of rules) {
      for (const { node, text } of entriesOf(tagPatternList)) {
        const wildcards = text.split('*').length - 1;
        if (wildcards <= limit) continue;
        yield {
          place: node.place,
          message: `A pattern may have ${limit} wildcards and this one has ${wildcards}; AWS refuses the policy: "Total number of * must not exceed ${limit}".`,
        };
      }
    }
  },
};
