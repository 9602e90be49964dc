import type { CountType } from '../../../../facts/lifecycle/ruleValues.ts';
import type { TagEntry, TagRequirement } from '../claims/requirement.ts';
import type { SimulatedRule } from '../completeRule.ts';

/** What every sentence and clause about rules is made of. */

/** What the days of a count type are counted from. */
export const SINCE: Readonly<Record<CountType, string>> = {
  imageCountMoreThan: 'pushed',
  sinceImagePushed: 'pushed',
  sinceImagePulled: 'last pulled',
  sinceImageTransitioned: 'archived',
};

/** What a rule does to images: in a sentence for people, and in a clause in AWS's own word. */
export function actOf({ action }: Pick<SimulatedRule, 'action'>, form: 'sentence' | 'clause'): string {
  if (action === 'archive') return 'archives';
  return form === 'sentence' ? 'deletes' : 'expires';
}

export function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

/** The age from which a rule acts: "pushed more than 14 days ago". `since` is the start of the count. */
export function longAgo(since: string, count: number): string {
  return `${since} more than ${days(count)} ago`;
}

/** The images that a rule keeps by their number. */
export function newestImages(count: number): string {
  return count === 1 ? 'the newest image' : `the newest ${count} images`;
}

/** An entry of a list of tags as it is shown: a prefix is followed by dots. */
export function entryText({ kind, text }: TagEntry): string {
  return kind === 'prefix' ? `${text}…` : text;
}

/** Which images, to follow that word: "with a tag v*"; null for images of every kind. `show` formats one entry. */
export function tagPhrase(requirement: TagRequirement, show: (entry: TagEntry) => string = entryText): string | null {
  if (requirement.kind === 'any') return null;
  if (requirement.kind === 'untagged') return 'without a tag';
  const tags = requirement.entries.map(show);
  return tags.length === 1 ? `with a tag ${tags[0]}` : `with tags for every one of ${tags.join(', ')}`;
}
