import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { providerRequirement } from '../../module/versions/providerRequirement.ts';
import { releaseOf } from '../../module/versions/release.ts';
import { supportByProvider } from '../../module/versions/support.ts';

/** True when no release of a block's provider that the module allows has what a release introduced. */
export function isTooOldFor(since: string, declaration: BlockDeclaration, scope: RecordingScope): boolean {
  const requirement = providerRequirement(scope, declaration);
  return requirement !== null && supportByProvider(scope, requirement, releaseOf(since))?.share === 'none';
}
