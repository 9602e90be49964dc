import type { Image } from '../../simulate/input/image.ts';
import { clockOf, DAY } from '../../simulate/time/clock.ts';
import type { KeepPromise } from './promise.ts';
import { meetsOneOf } from './sharedImages.ts';

/**
 * The images of a repository that a promise keeps at a moment, archived ones included. An image without a push date is
 * never among the newest, and never young.
 */
export function keptImages(
  { covered, newest, days }: KeepPromise,
  images: readonly Image[],
  now: number,
): ReadonlySet<Image> {
  const ofPromise = images.filter(({ tags }) => meetsOneOf(covered, tags));
  const kept = new Set<Image>();
  if (days !== null) {
    for (const image of ofPromise) {
      const clock = clockOf(image, 'sinceImagePushed');
      if (clock !== null && now - clock <= days * DAY) kept.add(image);
    }
  }
  if (newest !== null) for (const image of newestOf(ofPromise, newest)) kept.add(image);
  return kept;
}

function newestOf(images: readonly Image[], count: number): readonly Image[] {
  const dated = images.filter(({ pushedAt }) => pushedAt !== null);
  const sorted = dated.sort((one, other) => {
    const difference = (other.pushedAt ?? 0) - (one.pushedAt ?? 0);
    if (difference !== 0) return difference;
    return one.digest < other.digest ? -1 : 1;
  });
  return sorted.slice(0, count);
}
