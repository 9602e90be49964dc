import type { RecordingScope } from '../tracking/recordingScope.ts';
import { isLockedByTofu } from './lockFile.ts';
import { versionBlocks } from './versionBlocks.ts';

/**
 * True when a module's files or its lock file show that OpenTofu runs it; false when nothing does; null while the lock
 * file is unread.
 */
export function isOfTofu(scope: RecordingScope): boolean | null {
  return scope.ask((module) => module.remember(versionBlocks).isForTofu) || isLockedByTofu(scope);
}
