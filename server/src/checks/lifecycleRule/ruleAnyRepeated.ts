import { orderOfRule } from '../../ecr/documents/lifecycle/claims/priorities.ts';
import { refusalsOf } from '../../ecr/documents/lifecycle/refusals/inPolicy.ts';
import type { PolicyCheck } from '../check.ts';
import { repeatedFixes } from '../support/repeatedFixes.ts';

export const ruleAnyRepeated: PolicyCheck = {
  subject: 'policy',
  id: 'rule-any-repeated',
  title: 'Two rules of one storage class have tagStatus any',
  severity: 'error',
  *check(policy) {
    for (const { status, later, first } of refusalsOf(policy, 'status-repeated')) {
      if (status !== 'any') continue;
      // The rule that keeps `any` must be the last, so the one with the smaller number is the one to change.
      const isFirstSmaller = orderOfRule(first.rule) < orderOfRule(later.rule);
      const mended = isFirstSmaller ? first.rule : later.rule;
      const which = mended === later.rule ? 'this rule' : `the rule with rulePriority ${orderOfRule(mended)}`;
      yield {
        place: later.node.place,
        message: `Another rule for ${later.storageClass} images already has tagStatus any; AWS accepts only one per storage class. Merge the two, or let one select tagged or untagged images.`,
        related: [{ place: first.node.place, message: 'The first rule with tagStatus any' }],
        fixes: repeatedFixes(policy, mended, which),
      };
    }
  },
};
