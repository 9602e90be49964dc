import type { Outcome } from './outcome.ts';

/**
 * Those places whose images are known to have been pushed, newest first. AWS does not say what decides between images
 * of the same moment; here it is the digest, so that an answer does not hang on the order of the input.
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
