import { days as inDays } from '../ecr/documents/lifecycle/words/phrases.ts';
import { listed } from '../ecr/sentenceParts.ts';
import type { Image } from '../simulate/input/image.ts';
import { DAY } from '../simulate/time/clock.ts';
import type { Say } from '../syntax/shown/say.ts';
import { inEnglish } from '../syntax/shown/say.ts';
import type { PartialRule } from './decision/partialRule.ts';
import type { Witness } from './decision/witness.ts';
import type { Guarantee } from './guarantee.ts';

/** What a guarantee keeps, as a part of a sentence: "the 10 newest images tagged release-* or v*". */
export function keptInWords(
  { tags, promise: { newest, days, forbidsArchive } }: Pick<Guarantee, 'tags' | 'promise'>,
  say: Say = inEnglish,
): string {
  const tagged = say('images tagged {0}', listed(tags, 'or', say));
  const young = days === null ? null : youngInWords(days, say);
  const kept = newest === null ? `${tagged} ${young}` : newestInWords(newest, tagged, young, say);
  return forbidsArchive ? say('{0} out of the archive', kept) : kept;
}

function youngInWords(days: number, say: Say): string {
  return days === 1 ? say('pushed within the last day') : say('pushed within the last {0} days', String(days));
}

function newestInWords(newest: number, tagged: string, young: string | null, say: Say): string {
  const first = newest === 1 ? say('the newest of the {0}', tagged) : say('the {0} newest {1}', String(newest), tagged);
  return young === null ? first : say('{0}, and those {1},', first, young);
}

/** A rule's name at the beginning of a sentence. */
export function ruleInWords({ priority }: Pick<PartialRule, 'priority'>, say: Say = inEnglish): string {
  return priority === null ? say('A rule') : say('Rule {0}', String(priority));
}

/** The parts of a sentence about a witness: the image that must stay, the number of others, and what happens to it. */
type SaidWitness = Pick<Witness, 'age' | 'verdict'> & { readonly images: readonly Image[] };

/** What happens to the first image of a witness: "Rule 2 deletes an image tagged v1 31 days after its push". */
export function breachInWords(subject: string, { images, age, verdict }: SaidWitness, say: Say = inEnglish): string {
  const [first, ...others] = images;
  const tags = first === undefined ? '' : tagsInWords(first, say);
  const image = first?.state === 'archive' ? say('an archived image {0}', tags) : say('an image {0}', tags);
  const does = (deletes: string, archives: string, ...values: readonly string[]) =>
    say(verdict === 'expire' ? deletes : archives, subject, image, ...values);
  if (others.length === 0) {
    return does('{0} can delete {1} {2} after its push', '{0} can archive {1} {2} after its push', inDays(age, say));
  }
  return others.length === 1
    ? does(
        '{0} can delete {1} on the day of its push, when one other image that it counts is newer',
        '{0} can archive {1} on the day of its push, when one other image that it counts is newer',
      )
    : does(
        '{0} can delete {1} on the day of its push, when {2} others that it counts are newer',
        '{0} can archive {1} on the day of its push, when {2} others that it counts are newer',
        String(others.length),
      );
}

/** Why a guarantee does not hold, as a sentence. */
export function breakInWords(
  rule: Pick<PartialRule, 'priority'>,
  witness: SaidWitness,
  kept: string,
  say: Say = inEnglish,
): string {
  return say('{0}, but {1} must stay.', breachInWords(ruleInWords(rule, say), witness, say), kept);
}

/** Beyond this number, images of a witness are not named one by one. */
const MOST_NAMED = 4;

/** The images of a witness, one line each; several of one kind share a line. */
export function imagesInWords({ images, now }: Witness): readonly string[] {
  const named = images.length <= MOST_NAMED ? images : images.slice(0, 2);
  const lines = named.map(
    (image, index) =>
      `Image ${index + 1} of ${images.length}: ${tagsInWords(image)}, pushed ${ageInWords(image, now)} before the run`,
  );
  const rest = images.length - named.length;
  return rest === 0 ? lines : [...lines, `${rest} more like that one, each newer than the one before it`];
}

function ageInWords({ pushedAt }: Image, now: number): string {
  const age = (now - (pushedAt ?? now)) / DAY;
  return age >= 1 ? inDays(Math.floor(age)) : 'less than a day';
}

function tagsInWords({ tags }: Image, say: Say = inEnglish): string {
  return tags.length === 0 ? say('without a tag') : say('tagged {0}', listed(tags, 'and', say));
}
