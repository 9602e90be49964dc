import type { PrioritizedRule } from '../../ecr/documents/lifecycle/claims/priorities.ts';
import { canRenumber, freePriorityAbove, knownPriorities } from '../../ecr/documents/lifecycle/claims/priorities.ts';
import type { StatusRule } from '../../ecr/documents/lifecycle/claims/statusRules.ts';
import { rulesSelecting } from '../../ecr/documents/lifecycle/claims/statusRules.ts';
import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import { storageClassOf } from '../../ecr/documents/lifecycle/policyRule.ts';
import type { Finding, PolicyCheck } from '../check.ts';

export const ruleAnyNotLast: PolicyCheck = {
  subject: 'policy',
  id: 'rule-any-not-last',
  title: 'The rule with tagStatus any is not the last of its storage class',
  severity: 'error',
  *check(policy) {
    const selecting = rulesSelecting(policy.rules, 'any');
    for (const candidate of selecting) {
      const { storageClass } = candidate;
      const isOnly = selecting.every((other) => other === candidate || other.storageClass !== storageClass);
      if (isOnly) yield* checkAnyRule(policy, candidate);
    }
  },
};

function* checkAnyRule(policy: LifecyclePolicy, { rule, storageClass }: StatusRule): Iterable<Finding> {
  const { rulePriority } = rule;
  if (rulePriority.state !== 'known') return;
  const others = knownPriorities(policy.rules.filter((other) => other !== rule));
  if (others.some(({ priority }) => priority === rulePriority.value)) return;
  const last = largest(others.filter((other) => storageClassOf(other.rule) === storageClass));
  if (last === undefined || last.priority < rulePriority.value) return;
  const next = freePriorityAbove(policy.rules, last.priority);
  yield {
    place: rulePriority.node.place,
    message: `A rule with tagStatus any must have the largest rulePriority of its storage class (${storageClass}), and another rule has ${last.priority}; AWS refuses the policy. Give this rule a larger number.`,
    related: [
      { place: last.node.place, message: `The largest rulePriority among the rules for ${storageClass} images` },
    ],
    fixes: canRenumber(policy)
      ? [
          {
            title: `Change rulePriority to ${next}, so that the any rule is last`,
            kind: 'one',
            changes: [{ kind: 'replace-value', node: rulePriority.node, value: next }],
          },
        ]
      : [],
  };
}

function largest(rules: readonly PrioritizedRule[]): PrioritizedRule | undefined {
  return [...rules].sort((one, other) => other.priority - one.priority)[0];
}
