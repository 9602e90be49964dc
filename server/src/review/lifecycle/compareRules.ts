import { leastImages } from '../../ecr/documents/lifecycle/claims/leastImages.ts';
import type { TagRequirement } from '../../ecr/documents/lifecycle/claims/requirement.ts';
import { meetsRequirement } from '../../ecr/documents/lifecycle/claims/requirement.ts';
import { canMatch } from '../../ecr/documents/lifecycle/claims/tagGrammar.ts';
import type { SimulatedRule } from '../../ecr/documents/lifecycle/completeRule.ts';
import { byPriority } from '../../ecr/documents/lifecycle/completeRule.ts';
import { STORAGE_CLASSES } from '../../facts/lifecycle/ruleValues.ts';
import { actsBeyond, canAct } from './actsBeyond.ts';

/** Some images, by the rules that claim them before and after; null when none does. */
export interface ClaimPair {
  readonly before: SimulatedRule | null;
  readonly after: SimulatedRule | null;
}

/** The effect of another policy on images at one moment, whatever images there are. */
export interface PolicyDifference {
  /** Images can be deleted that could not before. */
  readonly deleted: readonly ClaimPair[];
  /** Images can be archived that were kept before. */
  readonly archived: readonly ClaimPair[];
  /** Images are kept that could be deleted or archived before. */
  readonly kept: readonly ClaimPair[];
  /** Images are archived that were deleted before. */
  readonly spared: readonly ClaimPair[];
}

/**
 * Compares what two lists of rules can do. Exact: an image is deleted under one list and not under the other, in some
 * repository at some moment, just where a pair says so. No two images have the same tag.
 */
export function compareRules(before: readonly SimulatedRule[], after: readonly SimulatedRule[]): PolicyDifference {
  const pairs = STORAGE_CLASSES.flatMap(({ value }) => {
    const ofClass = (rules: readonly SimulatedRule[]) =>
      byPriority(rules).filter((rule) => rule.storageClass === value);
    return claimPairs(ofClass(before), ofClass(after));
  });
  return {
    deleted: pairs.filter(isNewlyDeleted),
    archived: pairs.filter(isNewlyArchived),
    kept: pairs.filter((pair) => pair.before !== null && actsWhereNot(pair.before, pair.after)),
    spared: pairs.filter(isSpared),
  };
}

/** True when two lists of rules have the same effect on all images. */
export function isSameMeaning({ deleted, archived, kept, spared }: PolicyDifference): boolean {
  return deleted.length + archived.length + kept.length + spared.length === 0;
}

function isNewlyDeleted({ before, after }: ClaimPair): boolean {
  if (after?.action !== 'expire') return false;
  return before?.action === 'expire' ? actsWhereNot(after, before) : canAct(after);
}

function isNewlyArchived({ before, after }: ClaimPair): boolean {
  return after?.action === 'archive' && actsWhereNot(after, before);
}

/** Both may act on the same image, the new one in a milder way. */
function isSpared({ before, after }: ClaimPair): boolean {
  return before?.action === 'expire' && after?.action === 'archive' && canAct(before) && canAct(after);
}

function actsWhereNot(acting: SimulatedRule, other: SimulatedRule | null): boolean {
  return other === null ? canAct(acting) : actsBeyond(acting, other);
}

/** Which rules can claim the same image, before and after, for all images that a repository may contain. */
function claimPairs(before: readonly SimulatedRule[], after: readonly SimulatedRule[]): readonly ClaimPair[] {
  const found: ClaimPair[] = [];
  for (const one of [...after, null]) {
    for (const other of [...before, null]) {
      if (one === null && other === null) continue;
      const shared = both(one?.requirement ?? ANY, other?.requirement ?? ANY);
      const images = shared === null ? [] : leastImages(shared);
      const isClaimed = images.some((tags) => claimantOf(after, tags) === one && claimantOf(before, tags) === other);
      if (isClaimed) found.push({ before: other, after: one });
    }
  }
  return found;
}

const ANY: TagRequirement = { kind: 'any' };

/** What an image needs to match two requirements; null when none can match both. */
function both(one: TagRequirement, other: TagRequirement): TagRequirement | null {
  if (one.kind === 'any') return possible(other);
  if (other.kind === 'any') return possible(one);
  if (one.kind === 'untagged' || other.kind === 'untagged') return one.kind === other.kind ? one : null;
  return possible({ kind: 'tagged', entries: [...one.entries, ...other.entries] });
}

function possible(requirement: TagRequirement): TagRequirement | null {
  return requirement.kind !== 'tagged' || requirement.entries.every(canMatch) ? requirement : null;
}

/** The first rule whose requirement an image with these tags meets. */
function claimantOf(rules: readonly SimulatedRule[], tags: readonly string[]): SimulatedRule | null {
  return rules.find(({ requirement }) => meetsRequirement(requirement, tags)) ?? null;
}
