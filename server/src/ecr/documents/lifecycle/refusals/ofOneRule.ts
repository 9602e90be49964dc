import { readKnownMembers, readParts } from '../policyParts.ts';
import type { PolicyRule } from '../policyRule.ts';
import { refusalsInMembers } from './inMembers.ts';
import { refusalsInRule } from './inRule.ts';
import type { Refusal } from './refusal.ts';

/**
 * What AWS rejects in a rule regardless of the others: its keys, their values, and values that contradict each other.
 */
export function* refusalsOfOneRule(rule: PolicyRule): Iterable<Refusal> {
  const parts = readParts(null, [rule]);
  const members = readKnownMembers(parts);
  yield* refusalsInMembers({ parts, members, furtherMembers: [], damaged: false, root: null, document: null });
  yield* refusalsInRule(rule);
}
