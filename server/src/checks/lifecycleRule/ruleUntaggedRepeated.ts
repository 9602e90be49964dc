import { repeatedStatus } from '../../ecr/documents/lifecycle/claims/statusRules.ts';
import type { PolicyCheck } from '../check.ts';
import { repeatedFixes } from '../support/repeatedFixes.ts';

export const ruleUntaggedRepeated: PolicyCheck = {
  subject: 'policy',
  id: 'rule-untagged-repeated',
  title: 'Two rules of one storage class have tagStatus untagged',
  severity: 'error',
  *check(policy) {
    for (const { later, first } of repeatedStatus(policy, 'untagged')) {
      yield {
        place: later.node.place,
        message: `Another rule for ${later.storageClass} images selects untagged ones already; AWS accepts one such rule for each storage class. Merge the two, or remove one.`,
        related: [{ place: first.node.place, message: 'The first rule with tagStatus untagged' }],
        fixes: repeatedFixes(policy, later.rule, 'this rule'),
      };
    }
  },
};
