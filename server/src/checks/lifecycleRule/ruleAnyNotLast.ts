import { canRenumber, freePriorityAbove } from '../../ecr/documents/lifecycle/claims/priorities.ts';
import { refusalsOf } from '../../ecr/documents/lifecycle/refusals/inPolicy.ts';
import type { PolicyCheck } from '../check.ts';

export const ruleAnyNotLast: PolicyCheck = {
  subject: 'policy',
  id: 'rule-any-not-last',
  title: 'The rule with tagStatus any is not the last of its storage class',
  severity: 'error',
  *check(policy) {
    for (const { place, any, last, storageClass } of refusalsOf(policy, 'any-not-last')) {
      const next = freePriorityAbove(policy.rules, last.priority);
      yield {
        place,
        message: `A rule with tagStatus any must have the largest rulePriority of its storage class (${storageClass}), but another rule has ${last.priority}; AWS refuses the policy. Give this rule a larger number.`,
        related: [
          { place: last.node.place, message: `The largest rulePriority among the rules for ${storageClass} images` },
        ],
        fixes: canRenumber(policy)
          ? [
              {
                title: `Change rulePriority to ${next}, so that the any rule is last`,
                kind: 'one',
                changes: [{ kind: 'replace-value', node: any.node, value: next }],
              },
            ]
          : [],
      };
    }
  },
};
