import type { LifecyclePolicy } from '../ecr/documents/lifecycle/policy.ts';
import { hasAllRules } from '../ecr/documents/lifecycle/policy.ts';
import type { PolicyRule } from '../ecr/documents/lifecycle/policyRule.ts';
import { obstaclesOfPolicy } from '../ecr/documents/lifecycle/refusals/obstacles.ts';
import type { RecordingScope } from '../module/tracking/recordingScope.ts';
import { covers } from './coverage.ts';
import type { Decision, KnownRules } from './decision/decide.ts';
import { decide, WitnessBudget } from './decision/decide.ts';
import type { PartialRule } from './decision/partialRule.ts';
import { partialRuleOf } from './decision/partialRule.ts';
import type { Guarantee } from './guarantee.ts';
import { targetsOf } from './policyTargets.ts';
import { guaranteesFor } from './readGuarantees.ts';

/** A rule of a policy as written, with what is known of it. */
export interface WrittenRule extends PartialRule {
  readonly written: PolicyRule;
}

/** Whether a policy keeps one guarantee. */
export interface GuaranteeDecision {
  readonly guarantee: Guarantee;
  readonly decision: Decision<WrittenRule>;
}

/** The guarantees in the folder's settings that apply to a repository of the policy. */
export function guaranteesOf(policy: LifecyclePolicy, scope: RecordingScope): readonly Guarantee[] {
  const all = guaranteesFor(scope);
  if (all.length === 0) return [];
  const targets = targetsOf(policy, scope);
  return all.filter((guarantee) => targets.some((target) => covers(guarantee, target)));
}

/** The rules of a policy, with what is known of each. */
export function writtenRulesOf(policy: LifecyclePolicy): KnownRules<WrittenRule> {
  const rules = policy.rules.map((written) => ({ ...partialRuleOf(written), written }));
  return { rules, mayHaveMore: !hasAllRules(policy) };
}

/**
 * Decides each guarantee for a policy; null for a policy that is being typed, and for one that AWS rejects, which
 * deletes nothing. `now` is the moment of the witnesses.
 */
export function decideGuarantees(
  policy: LifecyclePolicy,
  guarantees: readonly Guarantee[],
  now?: number,
): readonly GuaranteeDecision[] | null {
  if (policy.damaged || obstaclesOfPolicy(policy).some(({ kind }) => kind === 'refused')) return null;
  const rules = writtenRulesOf(policy);
  const budget = new WitnessBudget();
  return guarantees.map((guarantee) => ({ guarantee, decision: decide(rules, guarantee.promise, now, budget) }));
}

/** Why it cannot be decided whether a policy keeps a guarantee, as the end of a sentence, without a full stop. */
export function whyUndecided(policy: LifecyclePolicy): string {
  const [unknown] = obstaclesOfPolicy(policy).filter(({ kind }) => kind === 'unknown');
  if (unknown === undefined) return 'showing it takes more images than can be tried';
  return unknown.message.replace(/\.$/, '').replace(/^(A|The|Whether|Which) /, (word) => word.toLowerCase());
}
