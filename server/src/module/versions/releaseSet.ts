import type { Release } from './release.ts';
import { compareReleases, FIRST_RELEASE } from './release.ts';

/** The releases from `from` up to but without `to`; null has no end. */
export interface ReleaseInterval {
  readonly from: Release;
  readonly to: Release | null;
}

/** Intervals with at least one release each, in order, not touching each other. */
export type ReleaseSet = readonly ReleaseInterval[];

export const ALL_RELEASES: ReleaseSet = [{ from: FIRST_RELEASE, to: null }];

/** How many releases of a set are at or above a given one. */
export type Share = 'none' | 'some' | 'all';

/** The release directly after another. */
export function nextRelease([major, minor, patch]: Release): Release {
  return [major, minor, patch + 1];
}

/** The releases from `from` up to but without `to`. */
export function between(from: Release, to: Release | null): ReleaseSet {
  return to !== null && compareReleases(from, to) >= 0 ? [] : [{ from, to }];
}

/** Everything but one release. */
export function allBut(release: Release): ReleaseSet {
  return [...between(FIRST_RELEASE, release), ...between(nextRelease(release), null)];
}

/** The releases that are in both sets. */
export function intersect(one: ReleaseSet, other: ReleaseSet): ReleaseSet {
  return one.flatMap((left) =>
    other.flatMap((right) => {
      const from = compareReleases(left.from, right.from) < 0 ? right.from : left.from;
      return between(from, earlierEnd(left.to, right.to));
    }),
  );
}

/** True when a release is in the set. */
export function contains(set: ReleaseSet, release: Release): boolean {
  return set.some(
    ({ from, to }) => compareReleases(from, release) <= 0 && (to === null || compareReleases(release, to) < 0),
  );
}

/** How many releases of a set are `first` or newer; null for a set without any release. */
export function shareSince(set: ReleaseSet, first: Release): Share | null {
  if (set.length === 0) return null;
  const hasOlder = set.some(({ from }) => compareReleases(from, first) < 0);
  const hasNewer = set.some(({ to }) => to === null || compareReleases(to, first) > 0);
  if (!hasNewer) return 'none';
  return hasOlder ? 'some' : 'all';
}

function earlierEnd(one: Release | null, other: Release | null): Release | null {
  if (one === null) return other;
  return other === null || compareReleases(one, other) < 0 ? one : other;
}
