import { countTypeFact } from '../../../facts/lifecycle/countTypes.ts';
import type { PolicyRule } from './policyRule.ts';

/** True when a rule's action is sure to be one that AWS refuses beside its countType. */
export function isActionMismatched({ countType, actionType }: PolicyRule): boolean {
  if (countType.state !== 'known' || actionType.state !== 'known') return false;
  return !countTypeFact(countType.value).actions.includes(actionType.value);
}
