import type { SimulatedRule } from '../../ecr/documents/lifecycle/completeRule.ts';
import { countTypeFact } from '../../facts/lifecycle/countTypes.ts';
import type { Image } from '../../simulate/input/image.ts';
import { imageOf } from '../../simulate/input/image.ts';
import { MADE_UP } from '../../simulate/input/madeUpImages.ts';
import { outcomesOf } from '../../simulate/run/simulateRun.ts';
import { DAY } from '../../simulate/time/clock.ts';
import { keptImages } from './keptImages.ts';
import type { KeepPromise } from './promise.ts';
import { tagsOfOthers } from './realTags.ts';
import { isWithin } from './sharedImages.ts';

/** A smallest set of images in which a policy acts on one that a promise keeps. */
export interface Witness {
  /** The image that must stay, then those that only make up the numbers. */
  readonly images: readonly [Image, ...Image[]];
  /** The moment of the run, in milliseconds since 1970. */
  readonly now: number;
  readonly verdict: SimulatedRule['action'];
  /** How many days before the run the image was pushed. */
  readonly age: number;
}

/** The moment of a run when none is given. */
export const WITNESS_DAY = Date.UTC(2026, 0, 1);

/** In days, so that no image gets older. */
export const LONGEST_AGE = 1_000_000;

/** The images with which a rule acts on one that has these tags, or null when not found. */
export function imagesFor(
  rule: SimulatedRule,
  tags: readonly string[],
  promise: KeepPromise,
  now: number,
): Pick<Witness, 'images' | 'age'> | null {
  if (!countTypeFact(rule.countType).countsDays) return imagesToCount(rule, tags, promise, now);
  const age = rule.countNumber + 1;
  const pushedAt = now - age * DAY;
  const archived = rule.storageClass === 'archive' ? ({ state: 'archive', archivedAt: pushedAt } as const) : {};
  return { images: [imageOf(`${MADE_UP}witness-1`, { tags, pushedAt, ...archived })], age };
}

/** All are pushed within one day, so that none is too old for any promise. */
function imagesToCount(
  { requirement, countNumber }: SimulatedRule,
  tags: readonly string[],
  { covered, days }: KeepPromise,
  now: number,
): Pick<Witness, 'images' | 'age'> | null {
  const avoided = days !== null || isWithin(requirement, covered) ? [] : covered;
  const others = tagsOfOthers(requirement, avoided, tags, countNumber);
  if (others === null) return null;
  const step = DAY / (countNumber + 1);
  const first = imageOf(`${MADE_UP}witness-1`, { tags, pushedAt: now - DAY });
  const newer = others.map((own, index) =>
    imageOf(`${MADE_UP}witness-${index + 2}`, { tags: own, pushedAt: Math.round(now - DAY + (index + 1) * step) }),
  );
  return { images: [first, ...newer], age: 1 };
}

/** True when the simulator acts on the first image with that rule, and the promise keeps it. */
export function isConfirmed(
  rules: readonly SimulatedRule[],
  rule: SimulatedRule,
  promise: KeepPromise,
  { images, now, verdict }: Witness,
): boolean {
  const [outcome] = outcomesOf(rules, images, now);
  return outcome?.verdict === verdict && outcome.rule === rule && keptImages(promise, images, now).has(images[0]);
}
