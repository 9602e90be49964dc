import type { StorageClass } from '../../../facts/lifecycle/ruleValues.ts';
import type { TagRequirement } from './claims/requirement.ts';
import { tagRequirementOf } from './claims/requirement.ts';
import type { PolicyRule } from './policyRule.ts';
import { storageClassOf } from './policyRule.ts';

/** What decides whether a rule gets an image before another one. */
interface Claim {
  readonly priority: number;
  readonly storageClass: StorageClass;
  readonly requirement: TagRequirement;
}

/** True for a rule that only gets images left over by an earlier rule of its storage class. */
export function isAfterOthers(claim: Claim, others: readonly Claim[]): boolean {
  return others.some(
    (other) =>
      other.priority < claim.priority &&
      other.storageClass === claim.storageClass &&
      mayMeet(other.requirement, claim.requirement),
  );
}

/** The same for a rule of a policy, considering the rules that are known. */
export function isRuleAfterOthers(rule: PolicyRule, rules: readonly PolicyRule[]): boolean {
  const [claim] = claimsOf([rule]);
  return claim !== undefined && isAfterOthers(claim, claimsOf(rules));
}

function claimsOf(rules: readonly PolicyRule[]): Claim[] {
  return rules.flatMap((rule) => {
    const { rulePriority } = rule;
    const [requirement, storageClass] = [tagRequirementOf(rule), storageClassOf(rule)];
    if (rulePriority.state !== 'known' || requirement === null || storageClass === null) return [];
    return [{ priority: rulePriority.value, requirement, storageClass }];
  });
}

/** False for two requirements that no image can match together: one for tagged images, the other for untagged ones. */
export function mayMeet({ kind: one }: TagRequirement, { kind: other }: TagRequirement): boolean {
  return one === other || one === 'any' || other === 'any';
}
