import { days as inDays } from '../ecr/documents/lifecycle/words/phrases.ts';
import { listed } from '../ecr/sentenceParts.ts';
import type { Image } from '../simulate/input/image.ts';
import { DAY } from '../simulate/time/clock.ts';
import type { PartialRule } from './decision/partialRule.ts';
import type { Witness } from './decision/witness.ts';
import type { Guarantee } from './guarantee.ts';

/** What a guarantee keeps, as a part of a sentence: "the 10 newest images tagged release-* or v*". */
export function keptInWords({ tags, promise: { newest, days, forbidsArchive } }: Guarantee): string {
  const tagged = `images tagged ${listed(tags, 'or')}`;
  const young = days === null ? null : `pushed within the last ${days === 1 ? 'day' : `${days} days`}`;
  const first = newest === 1 ? `the newest of the ${tagged}` : `the ${newest} newest ${tagged}`;
  const images = newest === null ? `${tagged} ${young}` : young === null ? first : `${first}, and those ${young},`;
  return forbidsArchive ? `${images} out of the archive`.replace(',  ', ', ') : images;
}

/** What a rule is called in a sentence, at its beginning. */
export function ruleInWords({ priority }: PartialRule): string {
  return priority === null ? 'A rule' : `Rule ${priority}`;
}

/** What happens to the first image of a witness: "Rule 2 deletes an image tagged v1 31 days after its push". */
export function breachInWords(subject: string, { images, age, verdict }: Witness): string {
  const [image, ...others] = images;
  const act = verdict === 'expire' ? 'can delete' : 'can archive';
  const when = others.length === 0 ? `${inDays(age)} after its push` : `on the day of its push`;
  const after =
    others.length === 0
      ? ''
      : `, when ${others.length === 1 ? 'one other image' : `${others.length} others`} that it counts ${others.length === 1 ? 'is' : 'are'} newer`;
  const where = image.state === 'archive' ? 'an archived image' : 'an image';
  return `${subject} ${act} ${where} ${tagsInWords(image)} ${when}${after}`;
}

/** More images of a witness than this are not named one by one. */
const MOST_NAMED = 4;

/** The images of a witness, a line each; many of one kind in one. */
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

function tagsInWords({ tags }: Image): string {
  return tags.length === 0 ? 'without a tag' : `tagged ${listed(tags)}`;
}
