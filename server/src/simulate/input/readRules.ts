import { tagRequirementOf } from '../../ecr/documents/lifecycle/claims/requirement.ts';
import type { SimulatedRule } from '../../ecr/documents/lifecycle/completeRule.ts';
import { byPriority } from '../../ecr/documents/lifecycle/completeRule.ts';
import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import type { PolicyRule } from '../../ecr/documents/lifecycle/policyRule.ts';
import type { Obstacle } from '../../ecr/documents/lifecycle/refusals/obstacles.ts';
import { notKnown, obstaclesOfPolicy } from '../../ecr/documents/lifecycle/refusals/obstacles.ts';
import { DEFAULT_STORAGE_CLASS } from '../../facts/lifecycle/countTypes.ts';
import type { ActionType } from '../../facts/lifecycle/ruleValues.ts';

/** The rules of a policy, or everything that prevents a simulation of it. */
export type SimulatedRules =
  | { readonly kind: 'rules'; readonly rules: readonly SimulatedRule[] }
  | { readonly kind: 'obstacles'; readonly obstacles: readonly Obstacle[] };

/** Reads the rules of a policy by priority; unknown parts, and everything that AWS would reject, prevent that. */
export function simulatedRulesOf(policy: LifecyclePolicy): SimulatedRules {
  const obstacles = obstaclesOfPolicy(policy);
  const rules: SimulatedRule[] = [];
  for (const rule of policy.rules) {
    const read = readRule(rule);
    if (read !== null) rules.push(read);
    else if (obstacles.length === 0) obstacles.push(notKnown('A part of this rule', rule.object.opening));
  }
  return obstacles.length > 0 ? { kind: 'obstacles', obstacles } : { kind: 'rules', rules: byPriority(rules) };
}

function readRule(rule: PolicyRule): SimulatedRule | null {
  const { rulePriority, storageClass, countType, countNumber, actionType } = rule;
  const requirement = tagRequirementOf(rule);
  if (rulePriority.state !== 'known' || countType.state !== 'known' || countNumber.state !== 'known') return null;
  if (requirement === null || actionType.state !== 'known' || storageClass.state === 'unknown') return null;
  return {
    priority: rulePriority.value,
    requirement,
    storageClass: storageClass.state === 'known' ? storageClass.value : DEFAULT_STORAGE_CLASS,
    countType: countType.value,
    countNumber: countNumber.value,
    action: VERDICTS[actionType.value],
  };
}

/** What an action does to an image, in the simulator's words. */
const VERDICTS: Readonly<Record<ActionType, SimulatedRule['action']>> = { expire: 'expire', transition: 'archive' };
