import type { SimulatedRule } from '../../../server/src/ecr/documents/lifecycle/completeRule.ts';
import { keptImages } from '../../../server/src/guarantees/decision/keptImages.ts';
import type { KeepPromise } from '../../../server/src/guarantees/decision/promise.ts';
import type { Image } from '../../../server/src/simulate/input/image.ts';
import { imageOf } from '../../../server/src/simulate/input/image.ts';
import { simulate } from '../../../server/src/simulate/run/simulateRun.ts';
import { DAY } from '../../../server/src/simulate/time/clock.ts';

/**
 * The bounds of the search: every set of up to two images of all kinds, and of three of the plain ones, where
 * - an image has up to two of the tags below, and no tag is at two images;
 * - it was pushed 0.5, 1.5, 2.5 or 3.5 days ago; it was never pulled, or half a day ago; it is where it was pushed to, in
 *   the archive since its push, or back from there since half a day.
 */
const TAGS = ['a1', 'a2', 'ab', 'b1'];
const AGES = [0.5, 1.5, 2.5, 3.5];

/** The moment of every run. */
export const NOW = Date.UTC(2026, 0, 1);

const TAG_SETS: readonly (readonly string[])[] = [
  [],
  ...TAGS.map((tag) => [tag]),
  ...TAGS.flatMap((one, index) => TAGS.slice(index + 1).map((other) => [one, other])),
];

const ago = (days: number) => NOW - days * DAY;

const PLAIN = TAG_SETS.flatMap((tags, set) =>
  AGES.map((age) => imageOf(`plain-${set}-${age}`, { tags, pushedAt: ago(age) })),
);

const SPECIAL = TAG_SETS.flatMap((tags, set) =>
  AGES.flatMap((age) => [
    imageOf(`pulled-${set}-${age}`, { tags, pushedAt: ago(age), pulledAt: ago(0.5) }),
    imageOf(`archived-${set}-${age}`, { tags, pushedAt: ago(age), archivedAt: ago(age), state: 'archive' }),
    imageOf(`restored-${set}-${age}`, { tags, pushedAt: ago(age), archivedAt: ago(age), activatedAt: ago(0.5) }),
  ]),
);

const sets = [...setsOf([...PLAIN, ...SPECIAL], 2), ...setsOf(PLAIN, 3)];

/** A set of images in which the rules act on one that the promise keeps, for each promise; null when there is none. */
export function searched(
  rules: readonly SimulatedRule[],
  promises: readonly KeepPromise[],
): (readonly Image[] | null)[] {
  const found: (readonly Image[] | null)[] = promises.map(() => null);
  for (const images of sets) {
    const { outcomes } = simulate(rules, images, NOW);
    if (outcomes.every(({ verdict }) => verdict === 'keep')) continue;
    for (const [index, promise] of promises.entries()) {
      if (found[index] === null && breaks(outcomes, images, promise)) found[index] = images;
    }
  }
  return found;
}

/** True when one of the outcomes is what the promise forbids. */
export function breaks(
  outcomes: ReturnType<typeof simulate>['outcomes'],
  images: readonly Image[],
  promise: KeepPromise,
): boolean {
  const kept = keptImages(promise, images, NOW);
  const isForbidden = (verdict: string) => verdict === 'expire' || (verdict === 'archive' && promise.forbidsArchive);
  return outcomes.some(({ image, verdict }) => isForbidden(verdict) && kept.has(image));
}

function setsOf(images: readonly Image[], size: number): readonly (readonly Image[])[] {
  if (size === 0) return [[]];
  return images.flatMap((image, index) => {
    const others = images.slice(index).filter(({ tags }) => !tags.some((tag) => image.tags.includes(tag)));
    // Two images of one kind have different digests.
    const twins = others.map((other) => (other === image ? { ...other, digest: `${other.digest}-again` } : other));
    return setsOf(twins, size - 1).map((rest) => [image, ...rest]);
  });
}
