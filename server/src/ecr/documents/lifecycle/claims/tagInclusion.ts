import { leastImages } from './leastImages.ts';
import type { TagEntry, TagRequirement } from './requirement.ts';
import { meetsRequirement } from './requirement.ts';
import { canMatch } from './tagGrammar.ts';

/** The budget for comparing the lists of one policy. Comparisons beyond it are not decided. */
export class InclusionBudget {
  #pairs = 1_000_000;

  /** Counts pairs of entries; false when there are too many. */
  spend(pairs: number): boolean {
    this.#pairs -= pairs;
    return this.#pairs > 0;
  }
}

/**
 * True when every image that matches `later` certainly matches `earlier` too, so that the earlier rule claims it. False
 * for a rule that matches no image, and when the budget is spent.
 */
export function claimsAll(earlier: TagRequirement, later: TagRequirement, budget = new InclusionBudget()): boolean {
  if (later.kind === 'tagged' && !later.entries.every(canMatch)) return false;
  if (!budget.spend(entriesIn(earlier) * entriesIn(later))) return false;
  return leastImages(later).every((tags) => meetsRequirement(earlier, tags));
}

function entriesIn(requirement: TagRequirement): number {
  return requirement.kind === 'tagged' ? requirement.entries.length : 1;
}

/** True for a requirement that every tagged image meets. */
export function claimsAllTagged(requirement: TagRequirement, budget = new InclusionBudget()): boolean {
  return claimsAll(requirement, { kind: 'tagged', entries: [{ kind: 'pattern', text: '*' }] }, budget);
}

/** True for two requirements with the same entries, in any order. */
export function isSameRequirement(one: TagRequirement, other: TagRequirement): boolean {
  if (one.kind !== 'tagged' || other.kind !== 'tagged') return one.kind === other.kind;
  const keys = (requirement: { readonly entries: readonly TagEntry[] }) =>
    [...new Set(requirement.entries.map(({ kind, text }) => `${kind} ${text}`))].sort().join('\n');
  return keys(one) === keys(other);
}
