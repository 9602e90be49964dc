/** A release by its major, minor and patch number. */
export type Release = readonly [major: number, minor: number, patch: number];

export const FIRST_RELEASE: Release = [0, 0, 0];

/** A version as written: pre-releases come before their release. */
export interface Version {
  readonly release: Release;
  readonly isPrerelease: boolean;
}

/** Larger numbers are not versions, and would not be exact. */
const DIGITS = '\\d{1,9}';
const VERSION = new RegExp(`^(${DIGITS})(?:\\.(${DIGITS}))?(?:\\.(${DIGITS}))?(?:-([0-9A-Za-z.-]+))?$`);

/** Reads `5`, `5.31`, `5.31.0` or `6.0.0-beta1`; `parts` is the number of written parts. Null for anything else. */
export function readVersion(text: string): (Version & { readonly parts: 1 | 2 | 3 }) | null {
  const match = VERSION.exec(text);
  if (match === null) return null;
  const [, major, minor, patch, prerelease] = match;
  const parts = patch !== undefined ? 3 : minor !== undefined ? 2 : 1;
  const release: Release = [Number(major), Number(minor ?? 0), Number(patch ?? 0)];
  return { release, isPrerelease: prerelease !== undefined, parts };
}

/** Reads a release from a table of facts, such as `6.8.0`. */
export function releaseOf(text: string): Release {
  const version = readVersion(text);
  if (version === null || version.isPrerelease) throw new RangeError(`${text} is not a release`);
  return version.release;
}

/** Negative, zero or positive, as for sorting. */
export function compareReleases(one: Release, other: Release): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}

/** `6.8.0`; with fewer parts `6.8`, the missing ones being zero. */
export function printRelease(release: Release, parts: 1 | 2 | 3 = 3): string {
  const needed = release[2] > 0 ? 3 : release[1] > 0 ? 2 : 1;
  return release.slice(0, Math.max(parts, needed)).join('.');
}
