import type { LifecyclePolicy, PolicyRule } from '../../ecr/policy/lifecyclePolicy.ts';
import { hasAllRules } from '../../ecr/policy/lifecyclePolicy.ts';
import type { PolicyScalar } from '../../ecr/policy/nodes.ts';

/** A rule whose priority is known. */
export interface PrioritizedRule {
  readonly rule: PolicyRule;
  readonly priority: number;
  /** The value of `rulePriority`. */
  readonly node: PolicyScalar;
}

/** The rules whose priority is known, in text order. */
export function knownPriorities(rules: readonly PolicyRule[]): PrioritizedRule[] {
  return rules.flatMap((rule) =>
    rule.rulePriority.state === 'known'
      ? [{ rule, priority: rule.rulePriority.value, node: rule.rulePriority.node }]
      : [],
  );
}

/** True when every priority of the policy is known and each is written at a place of its own. */
export function canRenumber(policy: LifecyclePolicy): boolean {
  const prioritized = knownPriorities(policy.rules);
  if (!hasAllRules(policy) || prioritized.length !== policy.rules.length) return false;
  return prioritized.every(({ node }, index) =>
    prioritized.every(
      ({ node: other }, position) =>
        index === position || node.place.piece !== other.place.piece || node.place.start !== other.place.start,
    ),
  );
}

/** The smallest number above `priority` that no rule of the policy has. */
export function freePriorityAbove(rules: readonly PolicyRule[], priority: number): number {
  const taken = new Set(knownPriorities(rules).map((rule) => rule.priority));
  let free = priority + 1;
  while (taken.has(free)) free += 1;
  return free;
}
