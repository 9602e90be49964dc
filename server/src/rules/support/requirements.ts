import type { LifecyclePolicy, PolicyRule } from '../../ecr/policy/lifecyclePolicy.ts';
import { storageClassOf } from '../../ecr/policy/lifecyclePolicy.ts';
import type { TagRequirement } from '../../ecr/policy/tagRequirement.ts';
import { tagRequirementOf } from '../../ecr/policy/tagRequirement.ts';
import type { PrioritizedRule } from './priorities.ts';
import { knownPriorities } from './priorities.ts';

/** A rule of which it is known when it comes, what it claims, and in which storage class. */
export interface ClaimingRule extends PrioritizedRule {
  readonly requirement: TagRequirement;
  readonly storageClass: string;
}

/** AWS refuses a policy of more rules than 50; of one of many times that nothing is told but this. */
const MOST_COMPARED = 200;

/**
 * The rules whose claims are known, in text order; rules that share a priority are left out. None for a policy of so
 * many rules that comparing them all would take long.
 */
export function claimingRules({ rules }: Pick<LifecyclePolicy, 'rules'>): readonly ClaimingRule[] {
  if (rules.length > MOST_COMPARED) return [];
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
