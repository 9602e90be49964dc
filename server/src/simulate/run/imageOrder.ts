import type { Outcome } from './outcome.ts';

/**
 * The indices of images with a known push date, newest first. AWS does not document how it orders images of the same
 * moment; here the digest decides, so that the result does not depend on the order of the input.
 */
export function newestFirst(outcomes: readonly Outcome[], places: readonly number[]): Uint32Array {
  const times = new Float64Array(outcomes.length);
  for (const place of places) times[place] = outcomes[place]?.image.pushedAt ?? Number.NaN;
  const dated = Uint32Array.from(places.filter((place) => !Number.isNaN(times[place])));
  return dated.sort((one, other) => {
    const difference = (times[other] ?? 0) - (times[one] ?? 0);
    return difference === 0 ? compareDigests(outcomes[one], outcomes[other]) : difference;
  });
}

function compareDigests(one: Outcome | undefined, other: Outcome | undefined): number {
  const [first, second] = [one?.image.digest ?? '', other?.image.digest ?? ''];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
