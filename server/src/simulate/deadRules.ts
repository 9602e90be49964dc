import type { TagEntry, TagRequirement } from '../ecr/policy/tagRequirement.ts';
import { meetsRequirement } from '../ecr/policy/tagRequirement.ts';
import type { SimulatedRule } from './rule.ts';

/** Stands for any run of characters, and is matched only by a `*`. */
const ANY_RUN = '\u0000';

/**
 * Why a rule can never act, whatever images there are, or null when it may. `rules` are all rules by priority. Only
 * what is sure is told: a rule that others claim together from in another way counts as alive.
 */
export function whyDead(rule: SimulatedRule, rules: readonly SimulatedRule[]): string | null {
  const stray = rule.requirement.kind === 'tagged' ? rule.requirement.entries.find(isImpossible) : undefined;
  if (stray !== undefined) return `no tag begins with "${stray.text}", as * is an ordinary character in tagPrefixList`;
  const better = rules.filter(
    (other) => other.priority < rule.priority && other.storageClass === rule.storageClass && other !== rule,
  );
  const claiming = new Set<number>();
  for (const part of partsOf(rule.requirement)) {
    const claimant = better.find((other) => meetsRequirement(other.requirement, part));
    if (claimant === undefined) return null;
    claiming.add(claimant.priority);
  }
  const names = [...claiming].sort((one, other) => one - other);
  return `every image that it selects belongs to rule ${names.join(' or ')}`;
}

/** The tags of images that have no more than the rule asks for: who claims these claims all that the rule selects. */
function partsOf(requirement: TagRequirement): (readonly string[])[] {
  if (requirement.kind === 'untagged') return [[]];
  if (requirement.kind === 'any') return [[], [ANY_RUN]];
  return [requirement.entries.map(leastTag)];
}

function leastTag({ kind, text }: TagEntry): string {
  return kind === 'prefix' ? text + ANY_RUN : text.replaceAll('*', ANY_RUN);
}

function isImpossible({ kind, text }: TagEntry): boolean {
  return kind === 'prefix' && text.includes('*');
}
