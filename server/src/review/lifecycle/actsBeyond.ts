import type { TagRequirement } from '../../ecr/documents/lifecycle/claims/requirement.ts';
import { claimsAll } from '../../ecr/documents/lifecycle/claims/tagInclusion.ts';
import type { SimulatedRule } from '../../ecr/documents/lifecycle/completeRule.ts';
import { countTypeFact } from '../../facts/lifecycle/countTypes.ts';

/**
 * False for a rule that never acts on any image that it claims: it keeps the newest images with a certain tag, and a
 * tag is on at most one image.
 */
export function canAct({ countType, requirement }: SimulatedRule): boolean {
  return countTypeFact(countType).countsDays || !hasExactTag(requirement);
}

function hasExactTag(requirement: TagRequirement): boolean {
  return (
    requirement.kind === 'tagged' &&
    requirement.entries.some(({ kind, text }) => kind === 'pattern' && !text.includes('*'))
  );
}

/** True when a rule can act on an image, in some repository at some moment, that another one does not act on. */
export function actsBeyond(rule: SimulatedRule, other: SimulatedRule): boolean {
  if (!canAct(rule)) return false;
  if (!canAct(other)) return true;
  const [own, others] = [countTypeFact(rule.countType), countTypeFact(other.countType)];
  if (own.countsDays !== others.countsDays) return true;
  if (!own.countsDays) {
    // Images that the other rule does not count make this one act arbitrarily early.
    return !claimsAll(other.requirement, rule.requirement) || rule.countNumber < other.countNumber;
  }
  // An image that was pushed long ago may have been pulled today; one that was last pulled long ago was pushed before
  // that.
  if (!own.restartsAtPull && others.restartsAtPull) return true;
  return rule.countNumber < other.countNumber;
}
