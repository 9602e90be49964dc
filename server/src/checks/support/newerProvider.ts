import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { providerRequirement } from '../../module/versions/providerRequirement.ts';
import { releaseOf } from '../../module/versions/release.ts';
import { supportByProvider } from '../../module/versions/support.ts';

/** The first release that the facts do not cover. */
const UNKNOWN_RELEASE = '6.68.1';

/**
 * True when a constraint or the lock file allows an AWS provider newer than the facts, which may know what they lack.
 */
export function mayBeNewer(declaration: BlockDeclaration, scope: RecordingScope): boolean {
  const requirement = providerRequirement(scope, declaration);
  const support = requirement && supportByProvider(scope, requirement, releaseOf(UNKNOWN_RELEASE));
  return support !== null && support.share !== 'none';
}
