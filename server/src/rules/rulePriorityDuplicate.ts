import type { Change } from '../ecr/change.ts';
import type { PolicyRule } from '../ecr/policy/lifecyclePolicy.ts';
import type { PolicyCheck } from './rule.ts';
import { canRenumber, knownPriorities } from './support/priorities.ts';

export const rulePriorityDuplicate: PolicyCheck = {
  subject: 'policy',
  id: 'rule-priority-duplicate',
  title: 'Two rules have the same rulePriority',
  severity: 'error',
  *check(policy) {
    const prioritized = knownPriorities(policy.rules);
    const changes = canRenumber(policy) ? renumber(policy.rules) : null;
    for (const [index, later] of prioritized.entries()) {
      const earlier = prioritized.slice(0, index).find(({ priority }) => priority === later.priority);
      if (earlier === undefined) continue;
      yield {
        place: later.node.place,
        message: `Another rule has rulePriority ${later.priority} already; AWS refuses a policy with a duplicate priority. Give each rule its own number.`,
        related: [{ place: earlier.node.place, message: `The first rule with rulePriority ${later.priority}` }],
        fixes: changes === null ? [] : [{ title: 'Renumber the rules, keeping their order', kind: 'one', changes }],
      };
    }
  },
};

/**
 * Moves priorities up just as far as makes them unique: rules keep their order of priority, equal ones their text
 * order but for `any`, which must come last; numbers that are free of conflict stay.
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
