import type { PolicyRule } from '../../../ecr/documents/lifecycle/policyRule.ts';

/** Why numbers cannot be assigned in a list that is not all of a policy's rules. */
export const PART_OF_LIST = 'The list may be only part of the rules, so the other priorities are not known.';

/** Why the priority of a rule from elsewhere stays unchanged. */
export const WRITTEN_ELSEWHERE = 'A priority is not written in the list of rules, so others may use it too.';

/** The priorities of rules in order, or null when one of them is unknown. */
export function prioritiesOf(rules: readonly PolicyRule[]): readonly number[] | null {
  const known = rules.flatMap(({ rulePriority }) => (rulePriority.state === 'known' ? [rulePriority.value] : []));
  return known.length === rules.length ? known : null;
}
