import type { PolicyRule } from '../../ecr/documents/lifecycle/policyRule.ts';
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
      const isFirstSmaller = priorityOf(first.rule) < priorityOf(later.rule);
      const mended = isFirstSmaller ? first.rule : later.rule;
      const which = mended === later.rule ? 'this rule' : `the rule with rulePriority ${priorityOf(mended)}`;
      yield {
        place: later.node.place,
        message: `Another rule for ${later.storageClass} images has tagStatus any already; AWS accepts one for each storage class. Merge the two, or let one select tagged or untagged images.`,
        related: [{ place: first.node.place, message: 'The first rule with tagStatus any' }],
        fixes: repeatedFixes(policy, mended, which),
      };
    }
  },
};

/** The rule that keeps `any` must be the last, so the one with the smaller number is the one to change. */
function priorityOf({ rulePriority }: PolicyRule): number {
  return rulePriority.state === 'known' ? rulePriority.value : Number.POSITIVE_INFINITY;
}
