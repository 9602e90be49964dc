import { POLICY_LIMITS } from '../../../../facts/lifecycle/policyLimits.ts';
import type { StorageClass } from '../../../../facts/lifecycle/ruleValues.ts';
import type { LifecyclePolicy } from '../policy.ts';
import type { PolicyRule } from '../policyRule.ts';
import { storageClassOf } from '../policyRule.ts';
import type { PrioritizedRule } from './priorities.ts';
import { knownPriorities } from './priorities.ts';
import type { TagRequirement } from './requirement.ts';
import { tagRequirementOf } from './requirement.ts';

/** A rule of which it is known when it comes, what it claims, and in which storage class. */
export interface ClaimingRule extends PrioritizedRule {
  readonly requirement: TagRequirement;
  readonly storageClass: StorageClass;
}

/** A policy of so many times the rules that AWS takes is only told that. */
const BEYOND_REASON = 4;

/** True for a policy that AWS refuses whatever its rules say, and of which comparing them all would take long. */
export function isBeyondReason({ rules }: Pick<LifecyclePolicy, 'rules'>): boolean {
  return rules.length > POLICY_LIMITS.rules * BEYOND_REASON;
}

/**
 * The rules whose claims are known, in text order; rules that share a priority are left out. None for a policy of so
 * many rules that comparing them all would take long.
 */
export function claimingRules({ rules }: Pick<LifecyclePolicy, 'rules'>): readonly ClaimingRule[] {
  if (isBeyondReason({ rules })) return [];
  const prioritized = knownPriorities(rules);
  return prioritized.flatMap((one) => {
    const isTied = prioritized.some((other) => other !== one && other.priority === one.priority);
    const claim = claimOf(one.rule);
    return claim === null || isTied ? [] : [{ ...one, ...claim }];
  });
}

/** What a rule claims, or null where that is not known. */
export function claimOf(rule: PolicyRule): Pick<ClaimingRule, 'requirement' | 'storageClass'> | null {
  const requirement = tagRequirementOf(rule);
  const storageClass = storageClassOf(rule);
  return requirement === null || storageClass === null ? null : { requirement, storageClass };
}
