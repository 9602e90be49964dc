import { refusalsOf } from '../../ecr/documents/lifecycle/refusals/inPolicy.ts';
import type { PolicyCheck } from '../check.ts';
import { repeatedFixes } from '../support/repeatedFixes.ts';

export const ruleUntaggedRepeated: PolicyCheck = {
  subject: 'policy',
  id: 'rule-untagged-repeated',
  title: 'Two rules of one storage class have tagStatus untagged',
  severity: 'error',
  *check(policy) {
    for (const { status, later, first } of refusalsOf(policy, 'status-repeated')) {
      if (status !== 'untagged') continue;
      yield {
        place: later.node.place,
        message: `Another rule for ${later.storageClass} images already selects untagged ones; AWS accepts only one such rule per storage class. Merge the two, or remove one.`,
        related: [{ place: first.node.place, message: 'The first rule with tagStatus untagged' }],
        fixes: repeatedFixes(policy, later.rule, 'this rule'),
      };
    }
  },
};
