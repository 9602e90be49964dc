import type { StorageClass, TagStatus } from '../../../../facts/lifecycle/ruleValues.ts';
import { largestOf } from '../../../../syntax/arrays.ts';
import type { PolicyScalar } from '../../documentNodes.ts';
import type { PolicyRule } from '../policyRule.ts';
import { storageClassOf } from '../policyRule.ts';
import { inTextOrder, knownPriorities } from './priorities.ts';

/** A rule that is certain to select by this tagStatus in a known storage class. */
export interface StatusRule {
  readonly rule: PolicyRule;
  readonly storageClass: StorageClass;
  /** The value of `tagStatus`. */
  readonly node: PolicyScalar;
}

/** The rules that select by a tagStatus and have a known storage class, in text order. */
export function rulesSelecting(rules: readonly PolicyRule[], status: TagStatus): StatusRule[] {
  return inTextOrder(rules).flatMap((rule) => {
    const storageClass = storageClassOf(rule);
    const { tagStatus } = rule;
    if (storageClass === null || tagStatus.state !== 'known' || tagStatus.value !== status) return [];
    return [{ rule, storageClass, node: tagStatus.node }];
  });
}

/** False when giving the rule that tagStatus is certain to violate a rule about its storage class. */
export function maySelect(
  rules: readonly PolicyRule[],
  rule: PolicyRule,
  status: Exclude<TagStatus, 'tagged'>,
): boolean {
  const storageClass = storageClassOf(rule);
  const others = rules.filter((other) => other !== rule && storageClassOf(other) === storageClass);
  if (rulesSelecting(others, status).length > 0) return false;
  const { rulePriority } = rule;
  if (rulePriority.state !== 'known') return true;
  const largest = largestOf(
    knownPriorities(others).map(({ priority }) => priority),
    0,
  );
  if (status === 'any') return rulePriority.value > largest;
  const any = rulesSelecting(others, 'any').flatMap((other) => knownPriorities([other.rule]));
  return any.every(({ priority }) => priority > rulePriority.value);
}

/** The rules with the same tagStatus and storage class as an earlier one, each with the first of them. */
export function repeatedStatus(
  rules: readonly PolicyRule[],
  status: TagStatus,
): { later: StatusRule; first: StatusRule }[] {
  const firsts = new Map<string, StatusRule>();
  return rulesSelecting(rules, status).flatMap((later) => {
    const first = firsts.get(later.storageClass);
    firsts.set(later.storageClass, first ?? later);
    return first === undefined ? [] : [{ later, first }];
  });
}
