import type { CountType } from '../../../../facts/lifecycle/ruleValues.ts';
import type { Say } from '../../../../syntax/shown/say.ts';
import { inEnglish } from '../../../../syntax/shown/say.ts';
import type { TagEntry, TagRequirement } from '../claims/requirement.ts';
import type { SimulatedRule } from '../completeRule.ts';

/** The building blocks of every sentence and clause about rules. */

/** The starting point from which a count type counts days. */
export const SINCE: Readonly<Record<CountType, string>> = {
  imageCountMoreThan: 'pushed',
  sinceImagePushed: 'pushed',
  sinceImagePulled: 'last pulled',
  sinceImageTransitioned: 'archived',
};

/** What a rule does to images: in a sentence for people, and in a clause with AWS's own word. */
export function actOf({ action }: Pick<SimulatedRule, 'action'>, form: 'sentence' | 'clause'): string {
  if (action === 'archive') return 'archives';
  return form === 'sentence' ? 'deletes' : 'expires';
}

export function days(count: number, say: Say = inEnglish): string {
  return count === 1 ? say('1 day') : say('{0} days', String(count));
}

/** The age at which a rule acts: "pushed more than 14 days ago". `since` is the start of the count. */
export function longAgo(since: string, count: number, say: Say = inEnglish): string {
  return count === 1
    ? say('{0} more than 1 day ago', say(since))
    : say('{0} more than {1} days ago', say(since), String(count));
}

/** The images that a rule keeps by their number. */
export function newestImages(count: number, say: Say = inEnglish): string {
  return count === 1 ? say('the newest image') : say('the newest {0} images', String(count));
}

/** An entry of a tag list as shown to users: dots follow a prefix. */
export function entryText({ kind, text }: TagEntry): string {
  return kind === 'prefix' ? `${text}…` : text;
}

/** Describes images, to follow that word: "with a tag v*"; null for images of any kind. `show` formats one entry. */
export function tagPhrase(requirement: TagRequirement, show: (entry: TagEntry) => string = entryText): string | null {
  if (requirement.kind === 'any') return null;
  if (requirement.kind === 'untagged') return 'without a tag';
  const entries = tellingEntries(requirement.entries);
  if (entries.length === 0) return 'with a tag';
  const [only, ...others] = entries;
  if (only !== undefined && others.length === 0)
    return `with ${isOneTag(only) ? 'exactly the' : 'a'} tag ${show(only)}`;
  const shown = entries.map((entry) => (isOneTag(entry) ? `exactly ${show(entry)}` : show(entry)));
  return `with tags for every one of ${shown.join(', ')}`;
}

/** The entries that say something: not every tag meets them. */
export function tellingEntries(entries: readonly TagEntry[]): readonly TagEntry[] {
  return entries.filter(({ kind, text }) => kind === 'prefix' || !/^\*+$/.test(text));
}

/** True for an entry that only one tag meets: a pattern without `*`. */
export function isOneTag({ kind, text }: TagEntry): boolean {
  return kind === 'pattern' && !text.includes('*');
}
