import type { Say } from '../../../../syntax/shown/say.ts';
import { inEnglish } from '../../../../syntax/shown/say.ts';
import type { SimulatedRule } from '../completeRule.ts';
import { deathOf, noTagIs } from './shielding.ts';

/** Why a rule can never act, whatever images exist, or null when it may. `rules` are all rules. */
export function whyDead(rule: SimulatedRule, rules: readonly SimulatedRule[], say: Say = inEnglish): string | null {
  const death = deathOf(rule, rules);
  if (death === null) return null;
  if (death.kind === 'no-such-tag') return noTagIs(death.entry, say);
  const claiming = death.by.map(({ priority }) => priority).join(say(' or '));
  return say('every image that it selects belongs to rule {0}', claiming);
}
