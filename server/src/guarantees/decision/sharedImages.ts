import { leastImages } from '../../ecr/documents/lifecycle/claims/leastImages.ts';
import type { TagRequirement } from '../../ecr/documents/lifecycle/claims/requirement.ts';
import { meetsRequirement } from '../../ecr/documents/lifecycle/claims/requirement.ts';
import { canMatch, LONGEST_TAG, literalOf } from '../../ecr/documents/lifecycle/claims/tagGrammar.ts';

/**
 * The tags of minimal images that match both requirements: a requirement that matches none of these does not match all
 * images that match both. Empty when no image matches both.
 */
export function leastShared(one: TagRequirement, other: TagRequirement): readonly (readonly string[])[] {
  const known = shared.get(one) ?? new WeakMap<TagRequirement, readonly (readonly string[])[]>();
  shared.set(one, known);
  const found = known.get(other) ?? sharedBy(one, other);
  known.set(other, found);
  return found;
}

/** The same two are asked for once to see whether a rule may act, and again to show that it does. */
const shared = new WeakMap<TagRequirement, WeakMap<TagRequirement, readonly (readonly string[])[]>>();

function sharedBy(one: TagRequirement, other: TagRequirement): readonly (readonly string[])[] {
  if (!isPossible(one) || !isPossible(other)) return [];
  if (one.kind === 'any') return leastImages(other);
  if (other.kind === 'any') return leastImages(one);
  if (one.kind === 'untagged' || other.kind === 'untagged') return one.kind === other.kind ? [[]] : [];
  return leastImages({ kind: 'tagged', entries: [...one.entries, ...other.entries] });
}

/** True when every image that matches the requirement also matches one of the others. */
export function isWithin(requirement: TagRequirement, others: readonly TagRequirement[]): boolean {
  return leastImages(requirement).every((tags) => meetsOneOf(others, tags));
}

/** True when an image with these tags matches one of the requirements. */
export function meetsOneOf(requirements: readonly TagRequirement[], tags: readonly string[]): boolean {
  return requirements.some((requirement) => meetsRequirement(requirement, tags));
}

/** True for a requirement with one literal tag: a tag is on one image at a time. */
export function isForOneImage(requirement: TagRequirement): boolean {
  if (requirement.kind !== 'tagged') return false;
  return requirement.entries.some(
    (entry) => (entry.kind === 'pattern' && !entry.text.includes('*')) || literalOf(entry).length >= LONGEST_TAG,
  );
}

function isPossible(requirement: TagRequirement): boolean {
  return requirement.kind !== 'tagged' || requirement.entries.every(canMatch);
}
