import type { Piece } from '../../../../syntax/tree/file.ts';
import type { Change } from '../../../edits/change.ts';
import type { PolicyScalar } from '../../documentNodes.ts';
import type { LifecyclePolicy } from '../policy.ts';
import { hasAllRules } from '../policy.ts';
import type { PolicyRule } from '../policyRule.ts';

/** A rule whose priority is known. */
export interface PrioritizedRule {
  readonly rule: PolicyRule;
  readonly priority: number;
  /** The value of `rulePriority`. */
  readonly node: PolicyScalar;
}

/** The number by which rules are ordered; a rule with an unknown priority comes last. */
export function orderOfRule({ rulePriority }: Pick<PolicyRule, 'rulePriority'>): number {
  return rulePriority.state === 'known' ? rulePriority.value : Number.POSITIVE_INFINITY;
}

/** The rules in text order; in the order of their list when they span several blocks. */
export function inTextOrder(rules: readonly PolicyRule[]): readonly PolicyRule[] {
  const [first] = rules;
  const isOneBlock = rules.every(({ object }) => object.place.piece === first?.object.place.piece);
  return isOneBlock ? [...rules].sort((one, other) => one.object.place.start - other.object.place.start) : rules;
}

/** The rules with a known priority, in text order. */
export function knownPriorities(rules: readonly PolicyRule[]): PrioritizedRule[] {
  return inTextOrder(rules).flatMap((rule) =>
    rule.rulePriority.state === 'known'
      ? [{ rule, priority: rule.rulePriority.value, node: rule.rulePriority.node }]
      : [],
  );
}

/** True when every priority of the policy is known and has its own place in the text. */
export function canRenumber(policy: LifecyclePolicy): boolean {
  const prioritized = knownPriorities(policy.rules);
  if (!hasAllRules(policy) || prioritized.length !== policy.rules.length) return false;
  const starts = new Map<Piece, Set<number>>();
  for (const { node } of prioritized) {
    const taken = starts.get(node.place.piece) ?? new Set();
    if (taken.has(node.place.start)) return false;
    starts.set(node.place.piece, taken.add(node.place.start));
  }
  return true;
}

/** The smallest number above `priority` that no rule of the policy has. */
export function freePriorityAbove(rules: readonly PolicyRule[], priority: number): number {
  const taken = new Set(knownPriorities(rules).map((rule) => rule.priority));
  let free = priority + 1;
  while (taken.has(free)) free += 1;
  return free;
}

/** Raises the priorities of later rules only as far as the new numbers require. */
export function makeRoom(rules: readonly PolicyRule[], priority: number, count: number): Change[] {
  let last = priority + count;
  return knownPriorities(rules)
    .filter((other) => other.priority > priority)
    .sort((one, other) => one.priority - other.priority)
    .flatMap(({ priority: present, node }): Change[] => {
      const next = Math.max(present, last + 1);
      last = next;
      return next === present ? [] : [{ kind: 'replace-value', node, value: next }];
    });
}
