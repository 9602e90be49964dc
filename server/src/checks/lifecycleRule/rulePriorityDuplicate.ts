import { canRenumber, knownPriorities } from '../../ecr/documents/lifecycle/claims/priorities.ts';
import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import type { PolicyRule } from '../../ecr/documents/lifecycle/policyRule.ts';
import { refusalsOf } from '../../ecr/documents/lifecycle/refusals/inPolicy.ts';
import type { Change, Fix } from '../../ecr/edits/change.ts';
import { beginsAtSamePlace } from '../../syntax/tree/place.ts';
import type { PolicyCheck } from '../check.ts';

export const rulePriorityDuplicate: PolicyCheck = {
  subject: 'policy',
  id: 'rule-priority-duplicate',
  title: 'Duplicate rulePriority',
  severity: 'error',
  *check(policy) {
    let fixes: readonly Fix[] | undefined;
    for (const { earlier, later } of refusalsOf(policy, 'priority-repeated')) {
      fixes ??= renumberFixes(policy);
      if (beginsAtSamePlace(earlier.node.place, later.node.place)) {
        yield {
          place: later.node.place,
          message: `rulePriority ${later.priority} is written once, so every element of the for expression gets it; AWS refuses a policy with a duplicate priority. Compute it from the element's index.`,
        };
        continue;
      }
      yield {
        place: later.node.place,
        message: `Another rule already has rulePriority ${later.priority}; AWS refuses a policy with a duplicate priority. Give each rule its own number.`,
        related: [{ place: earlier.node.place, message: `The first rule with rulePriority ${later.priority}` }],
        fixes,
      };
    }
  },
};

function renumberFixes(policy: LifecyclePolicy): Fix[] {
  if (!canRenumber(policy)) return [];
  return [{ title: 'Renumber the rules, keeping their order', kind: 'one', changes: renumber(policy.rules) }];
}

/**
 * Raises priorities only as far as needed to make them unique. Rules keep their order; equal priorities keep their text
 * order, except that `any` comes last. Unique numbers stay.
 */
function renumber(rules: readonly PolicyRule[]): Change[] {
  const ordered = knownPriorities(rules).sort(
    (one, other) => one.priority - other.priority || Number(selectsAny(one.rule)) - Number(selectsAny(other.rule)),
  );
  let previous = 0;
  return ordered.flatMap(({ priority, node }) => {
    const next = Math.max(priority, previous + 1);
    previous = next;
    return next === priority ? [] : [{ kind: 'replace-value', node, value: next } satisfies Change];
  });
}

function selectsAny({ tagStatus }: PolicyRule): boolean {
  return tagStatus.state === 'known' && tagStatus.value === 'any';
}
