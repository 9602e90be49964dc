import type { RecordingScope } from '../tracking/recordingScope.ts';
import { lockedProviderVersions } from './lockFile.ts';
import type { Release, Version } from './release.ts';
import { compareReleases } from './release.ts';
import type { Share } from './releaseSet.ts';
import { contains, shareSince } from './releaseSet.ts';
import type { VersionRequirement } from './versionRequirement.ts';

/** To what extent a feature is supported. */
export interface Support {
  readonly share: Share;
  /** What decides: the release in the lock file, or null for the constraints. */
  readonly locked: Release | null;
}

/** How many of the allowed releases have a feature; null when there is no constraint, or when it allows none. */
export function supportByConstraints({ constraints, admitted }: VersionRequirement, first: Release): Support | null {
  const share = constraints.length === 0 ? null : shareSince(admitted, first);
  return share === null ? null : { share, locked: null };
}

/**
 * The same for a feature of the provider. The lock file decides if the constraints allow its version; otherwise
 * Terraform selects another one. While the lock file is unread, only what applies to any version is reported.
 */
export function supportByProvider(
  scope: RecordingScope,
  requirement: VersionRequirement,
  first: Release,
): Support | null {
  const byConstraints = supportByConstraints(requirement, first);
  const locked = lockedProviderVersions(scope);
  if (locked === null) return byConstraints?.share === 'some' ? null : byConstraints;
  const valid = locked.filter(({ release, isPrerelease }) => isPrerelease || contains(requirement.admitted, release));
  const [version] = valid;
  if (version === undefined) return byConstraints;
  const shares = new Set(valid.map((one) => hasFeature(one, first)));
  if (shares.size > 1 || shares.has(null)) return null;
  if (shares.has(true)) return { share: 'all', locked: version.release };
  // When another module calls this one, Terraform reads the lock file of that module.
  const isCalled = scope.ask(({ environment, directory }) => environment.isCalled(directory));
  return isCalled ? byConstraints : { share: 'none', locked: version.release };
}

/** Whether a version has what a release introduced; null for that release's own pre-releases. */
function hasFeature({ release, isPrerelease }: Version, first: Release): boolean | null {
  const order = compareReleases(release, first);
  return order === 0 && isPrerelease ? null : order >= 0;
}
