import { countTypeFact } from '../../../../facts/lifecycle/countTypes.ts';
import type { PolicyRule } from '../policyRule.ts';

/** What a rule goes by. */
type Limit = Pick<PolicyRule, 'countType' | 'countNumber' | 'actionType'>;

/**
 * True when an earlier rule keeps images that a later one, which selects them too, would delete by its own limit: the
 * newest ones that are older than the later rule allows, or those between two limits of the same kind. That other
 * images might push them out of the newest ones does not count, as that can be said of nearly every pair of rules.
 * False while that depends on something unknown.
 */
export function keepsFrom(earlier: Limit, later: Limit): boolean {
  const { countType: kept, actionType } = earlier;
  const { countType: other } = later;
  if (kept.state !== 'known' || other.state !== 'known' || actionType.state !== 'known') return false;
  if (later.actionType.state !== 'known' || later.actionType.value !== 'expire') return false;
  const { countsDays } = countTypeFact(kept.value);
  const isOtherInDays = countTypeFact(other.value).countsDays;
  if (!countsDays && isOtherInDays) return true;
  if (countsDays && !isOtherInDays) return false;
  // An image that is pulled again and again stays as long as it is, however long ago it was pushed.
  if (kept.value === 'sinceImagePulled' && other.value === 'sinceImagePushed') return true;
  const [longer, shorter] = [earlier.countNumber, later.countNumber];
  return longer.state === 'known' && shorter.state === 'known' && shorter.value < longer.value;
}
