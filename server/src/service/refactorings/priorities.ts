import type { PolicyRule } from '../../ecr/policy/lifecyclePolicy.ts';

/** The priorities of rules in their order, or null when one of them is not known. */
export function prioritiesOf(rules: readonly PolicyRule[]): readonly number[] | null {
  const known = rules.flatMap(({ rulePriority }) => (rulePriority.state === 'known' ? [rulePriority.value] : []));
  return known.length === rules.length ? known : null;
}
