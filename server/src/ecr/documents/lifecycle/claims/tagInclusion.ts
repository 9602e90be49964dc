import type { TagEntry, TagRequirement } from './requirement.ts';
import { beginDifferently, canMatch, InclusionBudget, includes } from './tagLanguage.ts';

/**
 * Whether every image that meets `later` meets `earlier` as well, so that the earlier rule claims it; null when that is
 * too much to decide.
 *
 * For lists: an image meets `later` with one tag for each entry, chosen freely, and more tags only help. So an entry of
 * `earlier` is sure to be met exactly when the tags of one entry of `later` all meet it.
 */
export function claimsAll(
  earlier: TagRequirement,
  later: TagRequirement,
  budget = new InclusionBudget(),
): boolean | null {
  if (earlier.kind === 'any') return true;
  if (later.kind === 'any') return false;
  if (earlier.kind === 'untagged' || later.kind === 'untagged') return earlier.kind === later.kind;
  // A rule that no image meets is told of for that.
  if (!later.entries.every(canMatch)) return null;
  let isUndecided = false;
  for (const entry of earlier.entries) {
    if (!budget.spend(later.entries.length)) return null;
    const answers = later.entries.map((inner) => !beginDifferently(entry, inner) && includes(entry, inner, budget));
    if (answers.includes(true)) continue;
    if (!answers.includes(null)) return false;
    isUndecided = true;
  }
  return isUndecided ? null : true;
}

/** True for a requirement that every image with a tag meets. */
export function claimsAllTagged(requirement: TagRequirement, budget = new InclusionBudget()): boolean {
  const everyTag: TagEntry = { kind: 'pattern', text: '*' };
  return requirement.kind === 'any' || claimsAll(requirement, { kind: 'tagged', entries: [everyTag] }, budget) === true;
}

/** True for two requirements that list the same entries, in whatever order. */
export function isSameRequirement(one: TagRequirement, other: TagRequirement): boolean {
  if (one.kind !== 'tagged' || other.kind !== 'tagged') return one.kind === other.kind;
  const keys = (requirement: { readonly entries: readonly TagEntry[] }) =>
    [...new Set(requirement.entries.map(({ kind, text }) => `${kind} ${text}`))].sort().join('\n');
  return keys(one) === keys(other);
}
