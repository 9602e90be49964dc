import type { Image } from './image.ts';

/**
 * Those places whose images are known to have been pushed, newest first. AWS does not say what decides between images
 * of the same moment; here it is the digest, so that an answer does not hang on the order of the input.
 */
export function newestFirst(images: readonly Image[], places: readonly number[]): Uint32Array {
  const times = Float64Array.from(images, ({ pushedAt }) => pushedAt ?? Number.NaN);
  const dated = Uint32Array.from(places.filter((place) => !Number.isNaN(times[place])));
  return dated.sort((one, other) => {
    const difference = (times[other] ?? 0) - (times[one] ?? 0);
    return difference === 0 ? compareDigests(images[one], images[other]) : difference;
  });
}

function compareDigests(one: Image | undefined, other: Image | undefined): number {
  const [first, second] = [one?.digest ?? '', other?.digest ?? ''];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
