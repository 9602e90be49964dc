import type { RecordingScope } from '../tracking/recordingScope.ts';
import { isLockedByTofu } from './lockFile.ts';
import { versionBlocks } from './versionBlocks.ts';

/**
 * True for a module of which its files or its lock file tell that OpenTofu runs it; false where nothing does; null
 * where the lock file is not read yet.
 */
export function isOfTofu(scope: RecordingScope): boolean | null {
  return scope.ask((module) => module.remember(versionBlocks).isForTofu) || isLockedByTofu(scope);
}
