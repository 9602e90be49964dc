import type { StorageClass, TagStatus } from '../../../../facts/lifecycle/ruleValues.ts';
import type { PolicyScalar } from '../../documentNodes.ts';
import type { PolicyRule } from '../policyRule.ts';
import { storageClassOf } from '../policyRule.ts';
import type { PrioritizedRule } from './priorities.ts';
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
  const inClass = classesOf(rules).get(storageClassOf(rule));
  const isOther = (other: { readonly rule: PolicyRule }) => other.rule !== rule;
  if (inClass === undefined) return true;
  if (inClass[status].some(isOther)) return false;
  const { rulePriority } = rule;
  if (rulePriority.state !== 'known') return true;
  if (status === 'any') return rulePriority.value > Math.max(0, inClass.descending.find(isOther)?.priority ?? 0);
  const smallest = inClass.ascendingAny.find(isOther)?.priority;
  return smallest === undefined || smallest > rulePriority.value;
}

/** The rules of one storage class, or of an unknown one. */
interface RulesOfClass {
  readonly untagged: readonly StatusRule[];
  readonly any: readonly StatusRule[];
  /** Those with a known priority, the largest first. */
  readonly descending: readonly PrioritizedRule[];
  /** Those that select any image, the smallest priority first. */
  readonly ascendingAny: readonly PrioritizedRule[];
}

type Classes = ReadonlyMap<StorageClass | null, RulesOfClass>;

/** Fixes ask about every rule of a policy, so that its rules are sorted once. */
const classes = new WeakMap<readonly PolicyRule[], Classes>();

function classesOf(rules: readonly PolicyRule[]): Classes {
  const known = classes.get(rules);
  if (known !== undefined) return known;
  const names = new Set(rules.map(storageClassOf));
  const found = new Map(
    [...names].map((name) => [name, rulesOfClass(rules.filter((one) => storageClassOf(one) === name))]),
  );
  classes.set(rules, found);
  return found;
}

function rulesOfClass(rules: readonly PolicyRule[]): RulesOfClass {
  const any = rulesSelecting(rules, 'any');
  const ofAny = knownPriorities(any.map(({ rule }) => rule));
  return {
    untagged: rulesSelecting(rules, 'untagged'),
    any,
    descending: knownPriorities(rules).sort((one, other) => other.priority - one.priority),
    ascendingAny: ofAny.sort((one, other) => one.priority - other.priority),
  };
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
