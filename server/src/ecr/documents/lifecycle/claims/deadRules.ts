import type { SimulatedRule } from '../completeRule.ts';
import { deathOf, noTagIs } from './shielding.ts';

/** Why a rule can never act, whatever images there are, or null when it may. `rules` are all rules. */
export function whyDead(rule: SimulatedRule, rules: readonly SimulatedRule[]): string | null {
  const death = deathOf(rule, rules);
  if (death === null) return null;
  if (death.kind === 'no-such-tag') return noTagIs(death.entry);
  return `every image that it selects belongs to rule ${death.by.map(({ priority }) => priority).join(' or ')}`;
}
