import type { StorageClass } from '../../../../facts/lifecycle/ruleValues.ts';
import type { LifecyclePolicy } from '../policy.ts';
import type { PolicyRule } from '../policyRule.ts';
import { storageClassOf } from '../policyRule.ts';
import type { PrioritizedRule } from './priorities.ts';
import { knownPriorities } from './priorities.ts';
import type { TagRequirement } from './requirement.ts';
import { tagRequirementOf } from './requirement.ts';

/** A rule with a known priority, selection and storage class. */
export interface ClaimingRule extends PrioritizedRule {
  readonly requirement: TagRequirement;
  readonly storageClass: StorageClass;
}

/** The rules whose claims are known, in text order; rules that share a priority are left out. */
export function claimingRules({ rules }: Pick<LifecyclePolicy, 'rules'>): readonly ClaimingRule[] {
  const prioritized = knownPriorities(rules);
  return prioritized.flatMap((one) => {
    const isTied = prioritized.some((other) => other !== one && other.priority === one.priority);
    const claim = claimOf(one.rule);
    return claim === null || isTied ? [] : [{ ...one, ...claim }];
  });
}

/** The claim of a rule, or null when unknown. */
export function claimOf(rule: PolicyRule): Pick<ClaimingRule, 'requirement' | 'storageClass'> | null {
  const requirement = tagRequirementOf(rule);
  const storageClass = storageClassOf(rule);
  return requirement === null || storageClass === null ? null : { requirement, storageClass };
}
