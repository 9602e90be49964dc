import type { TagRequirement } from '../ecr/documents/lifecycle/claims/requirement.ts';
import { isSameRequirement } from '../ecr/documents/lifecycle/claims/tagInclusion.ts';
import type { SimulatedRule } from '../ecr/documents/lifecycle/completeRule.ts';
import { countTypeFact } from '../facts/lifecycle/countTypes.ts';
import { POLICY_LIMITS } from '../facts/lifecycle/policyLimits.ts';
import { mayBreak } from './decision/mayBreak.ts';
import type { KeepPromise } from './decision/promise.ts';

/** An edit after which a rule no longer breaks a promise. */
export type Mending =
  | { readonly kind: 'raise'; readonly countNumber: number }
  /** Rules directly before it; the edit's writer chooses their priorities. */
  | { readonly kind: 'protect'; readonly rules: readonly ProtectingRule[] };

/** A rule that claims images so that no later rule gets them. */
export type ProtectingRule = Pick<
  SimulatedRule,
  'requirement' | 'storageClass' | 'countType' | 'countNumber' | 'action'
>;

/**
 * Verified edits that restore a promise: afterwards the rule no longer breaks it, and the added rules break no promise
 * of `all`. `rules` are all rules of the policy. Neither a larger number nor an earlier rule gives any other rule an
 * image.
 */
export function mendingsOf(
  rule: SimulatedRule,
  rules: readonly SimulatedRule[],
  promise: KeepPromise,
  all: readonly KeepPromise[],
): readonly Mending[] {
  const mendings: Mending[] = [];
  const countNumber = neededNumber(rule, promise);
  if (countNumber !== null && countNumber > rule.countNumber) {
    const raised = { ...rule, countNumber };
    const next = rules.map((other) => (other === rule ? raised : other));
    if (!mayBreak(raised, next, promise)) mendings.push({ kind: 'raise', countNumber });
  }
  const added = protecting(rule, rules, promise);
  if (added.length > 0) {
    const room = added.map((one, index) => ({ ...one, priority: rule.priority + index }));
    const moved = rules.map((other) =>
      other.priority < rule.priority ? other : { ...other, priority: other.priority + added.length },
    );
    const changed = { ...rule, priority: rule.priority + added.length };
    const next = [...room, ...moved];
    const isHarmless = room.every((one) => !all.some((other) => mayBreak(one, next, other)));
    if (isHarmless && !mayBreak(changed, next, promise)) mendings.push({ kind: 'protect', rules: added });
  }
  return mendings;
}

/** The number with which a rule can keep a promise that has one limit of the rule's own kind. */
function neededNumber({ countType }: SimulatedRule, { newest, days }: KeepPromise): number | null {
  return countTypeFact(countType).countsDays ? (newest === null ? days : null) : days === null ? newest : null;
}

/** One rule for each kind of covered image, which keeps those that must stay; none when AWS would reject them. */
function protecting(
  rule: SimulatedRule,
  rules: readonly SimulatedRule[],
  promise: KeepPromise,
): readonly ProtectingRule[] {
  const { storageClass } = rule;
  const isTaken = (requirement: TagRequirement) =>
    rules.some((other) => other.storageClass === storageClass && isSameRequirement(other.requirement, requirement));
  const limit = limitFor(storageClass, promise);
  // Images claimed by an earlier rule are not this one's.
  const reached = promise.covered.filter((one) => mayBreak(rule, rules, { ...promise, covered: [one] }));
  if (limit === null || rules.length + reached.length > POLICY_LIMITS.rules || reached.some(isTaken)) return [];
  return reached.map((requirement) => ({ requirement, storageClass, ...limit }));
}

/** The count of a protecting rule. With two limits, images beyond one of them can only be archived. */
function limitFor(
  storageClass: SimulatedRule['storageClass'],
  { newest, days, forbidsArchive }: KeepPromise,
): Pick<SimulatedRule, 'countType' | 'countNumber' | 'action'> | null {
  if (storageClass === 'archive') {
    const isByDays = newest === null && days !== null;
    return isByDays ? { countType: 'sinceImageTransitioned', countNumber: days, action: 'expire' } : null;
  }
  if (days === null && newest !== null)
    return { countType: 'imageCountMoreThan', countNumber: newest, action: 'expire' };
  if (days === null) return null;
  if (newest === null) return { countType: 'sinceImagePushed', countNumber: days, action: 'expire' };
  return forbidsArchive ? null : { countType: 'sinceImagePushed', countNumber: days, action: 'archive' };
}
