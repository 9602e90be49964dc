import type { LifecyclePolicy } from '../policy.ts';
import { refusalsAcrossRules } from './acrossRules.ts';
import { refusalsInMembers } from './inMembers.ts';
import { refusalsInRule } from './inRule.ts';
import { refusalsInText } from './inText.ts';
import type { Refusal, RefusalCode, RefusalOf } from './refusal.ts';

const decided = new WeakMap<LifecyclePolicy, readonly Refusal[]>();

/** Everything that AWS rejects in a policy, as far as known: decided once, for both the checks and the simulator. */
export function refusalsInPolicy(policy: LifecyclePolicy): readonly Refusal[] {
  const known = decided.get(policy);
  if (known !== undefined) return known;
  const found = [
    ...refusalsInText(policy),
    ...refusalsInMembers(policy),
    ...policy.rules.flatMap((rule) => [...refusalsInRule(rule)]),
    ...refusalsAcrossRules(policy.rules),
  ];
  decided.set(policy, found);
  return found;
}

/** The refusals of one kind. */
export function refusalsOf<Code extends RefusalCode>(policy: LifecyclePolicy, code: Code): RefusalOf<Code>[] {
  return refusalsInPolicy(policy).filter((refusal): refusal is RefusalOf<Code> => refusal.code === code);
}
