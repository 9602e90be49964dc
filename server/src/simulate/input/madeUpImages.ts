import type { TagEntry } from '../../ecr/documents/lifecycle/claims/requirement.ts';
import type { SimulatedRule } from '../../ecr/documents/lifecycle/completeRule.ts';
import { countTypeFact } from '../../facts/lifecycle/countTypes.ts';
import { DAY } from '../time/clock.ts';
import type { Image } from './image.ts';
import { imageOf } from './image.ts';

/** A rule with a limit up to this is shown at its limit; one that keeps more gets only a few images. */
const MOST_IMAGES = 1000;

/** Longer ages are not shown at their limit. */
const MOST_DAYS = 36_500;

/** The prefix of the digest of a made-up image. */
export const MADE_UP = 'made-up:';

/**
 * Images made up from the rules' own tags and numbers, so that each rule has some that it keeps and some that it acts
 * on, plus an untagged one and one with other tags. The same rules give the same images.
 */
export function madeUpImages(rules: readonly SimulatedRule[], now: number): Image[] {
  const images = rules.flatMap((rule) => imagesFor(rule, now));
  const old = { pushedAt: now - 400 * DAY };
  return [...images, imageOf(`${MADE_UP}untagged`, old), imageOf(`${MADE_UP}other`, { ...old, tags: ['other-tag-1'] })];
}

function imagesFor(rule: SimulatedRule, now: number): Image[] {
  // A tag is on one image, so a rule for an exact tag has at most one image.
  const images = hasExactTag(rule) ? clocksOf(rule, now).slice(0, 1) : clocksOf(rule, now);
  return images.map((known, index) =>
    imageOf(`${MADE_UP}rule-${rule.priority}-image-${index + 1}`, { ...known, tags: tagsFor(rule, index + 1) }),
  );
}

/** The clocks of a rule's images, those that it acts on first, if it can be shown acting. */
function clocksOf({ countType, countNumber }: SimulatedRule, now: number): Partial<Image>[] {
  const ago = (days: number) => now - Math.round(days * DAY);
  if (countTypeFact(countType).countsDays && countNumber > MOST_DAYS) return [{ pushedAt: ago(0.5) }];
  const [over, under] = [countNumber + 1, countNumber - 0.5];
  switch (countType) {
    case 'imageCountMoreThan': {
      const count = countNumber <= MOST_IMAGES ? countNumber + 2 : 3;
      return Array.from({ length: count }, (_, index) => ({ pushedAt: ago(count - index - 0.5) }));
    }
    case 'sinceImagePushed':
      return [over, under].map((days) => ({ pushedAt: ago(days) }));
    case 'sinceImagePulled':
      return [
        { pushedAt: ago(over + 9), pulledAt: ago(over) },
        { pushedAt: ago(over + 9), pulledAt: ago(under) },
        { pushedAt: ago(over) },
      ];
    case 'sinceImageTransitioned':
      return [over, under].map((days) => ({ state: 'archive', archivedAt: ago(days), pushedAt: ago(days + 30) }));
  }
}

function hasExactTag({ requirement }: SimulatedRule): boolean {
  return requirement.kind === 'tagged' && requirement.entries.some((entry) => tagFor(entry, 1) === tagFor(entry, 2));
}

function tagsFor({ requirement, priority }: SimulatedRule, number: number): string[] {
  if (requirement.kind === 'tagged') return [...new Set(requirement.entries.map((entry) => tagFor(entry, number)))];
  return requirement.kind === 'any' ? [`any-${priority}-${number}`] : [];
}

function tagFor({ kind, text }: TagEntry, number: number): string {
  return kind === 'prefix' ? `${text}${number}` : text.replaceAll('*', String(number));
}
