import type { StorageClass } from '../../../../facts/lifecycle/ruleValues.ts';
import type { PrioritizedRule } from '../claims/priorities.ts';
import { knownPriorities } from '../claims/priorities.ts';
import type { StatusRule } from '../claims/statusRules.ts';
import { repeatedStatus, rulesSelecting } from '../claims/statusRules.ts';
import type { PolicyRule } from '../policyRule.ts';
import { storageClassOf } from '../policyRule.ts';
import type { Refusal } from './refusal.ts';

/**
 * What AWS rejects in combinations of rules, each of which is valid alone. A rule whose storage class contradicts its
 * countType belongs to no class, because it is rejected for that.
 */
export function* refusalsAcrossRules(rules: readonly PolicyRule[]): Iterable<Refusal> {
  const firsts = new Map<number, PrioritizedRule>();
  for (const later of knownPriorities(rules)) {
    const earlier = firsts.get(later.priority);
    firsts.set(later.priority, earlier ?? later);
    if (earlier !== undefined) yield { code: 'priority-repeated', place: later.node.place, earlier, later };
  }
  for (const status of ['untagged', 'any'] as const) {
    for (const { later, first } of repeatedStatus(rules, status))
      yield { code: 'status-repeated', place: later.node.place, status, first, later };
  }
  const selecting = rulesSelecting(rules, 'any');
  for (const any of selecting) {
    const isOnly = selecting.every((other) => other === any || other.storageClass !== any.storageClass);
    if (isOnly) yield* notLast(rules, any);
  }
}

/** Another refusal covers equal priorities. */
function* notLast(rules: readonly PolicyRule[], { rule, storageClass }: StatusRule): Iterable<Refusal> {
  const [any] = knownPriorities([rule]);
  const others = knownPriorities(rules.filter((other) => other !== rule));
  if (any === undefined || others.some(({ priority }) => priority === any.priority)) return;
  const last = largestOf(others, storageClass);
  if (last !== undefined && last.priority > any.priority)
    yield { code: 'any-not-last', place: any.node.place, any, last, storageClass };
}

function largestOf(rules: readonly PrioritizedRule[], storageClass: StorageClass): PrioritizedRule | undefined {
  return rules
    .filter(({ rule }) => storageClassOf(rule) === storageClass)
    .sort((one, other) => other.priority - one.priority)[0];
}
