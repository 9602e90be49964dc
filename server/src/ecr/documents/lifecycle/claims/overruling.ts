import { countTypeFact } from '../../../../facts/lifecycle/countTypes.ts';
import type { PolicyRule } from '../policyRule.ts';

/** The parts of a rule that decide. */
type Limit = Pick<PolicyRule, 'countType' | 'countNumber' | 'actionType'>;

/**
 * True when an earlier rule keeps images that a later one also selects and would delete by its own limit: the newest
 * ones that are older than the later rule allows, or those between two limits of the same kind. Images that others
 * might push out of the newest do not count, because that holds for nearly every pair of rules. False while that
 * depends on something unknown.
 */
export function keepsFrom(earlier: Limit, later: Limit): boolean {
  const { countType: kept, actionType } = earlier;
  const { countType: other } = later;
  if (kept.state !== 'known' || other.state !== 'known' || actionType.state !== 'known') return false;
  if (later.actionType.state !== 'known' || later.actionType.value !== 'expire') return false;
  const { countsDays, restartsAtPull } = countTypeFact(kept.value);
  const { countsDays: isOtherInDays, restartsAtPull: restartsToo } = countTypeFact(other.value);
  if (!countsDays && isOtherInDays) return true;
  if (countsDays && !isOtherInDays) return false;
  // An image that is pulled regularly stays, however long ago it was pushed.
  if (restartsAtPull && !restartsToo) return true;
  const [longer, shorter] = [earlier.countNumber, later.countNumber];
  return longer.state === 'known' && shorter.state === 'known' && shorter.value < longer.value;
}
