import type { SnapshotFile } from '../module/sources/snapshotFile.ts';
import type { FileContent } from '../protocol/fileRequests.ts';
import { LIES_OUTSIDE } from '../protocol/fileRequests.ts';

/** Longer texts cannot be policies, and are not read. */
const SIZE_LIMIT = 1024 * 1024;

export const TOO_LARGE_FOR_POLICY = 'it is larger than 1 MiB';

/** What a door found for a file that a module reads, in the workspace's terms. */
export function attachedContent(content: FileContent): string | SnapshotFile {
  if ('text' in content) {
    return content.text.length > SIZE_LIMIT
      ? { kind: 'unknown', because: 'the file is larger than 1 MiB' }
      : content.text;
  }
  if (content.reason === LIES_OUTSIDE.reason) return OUTSIDE;
  return content.isMissing
    ? { kind: 'missing' }
    : { kind: 'unknown', because: `the file cannot be read: ${content.reason}` };
}

/** The answer for a file outside the readable folders. */
export const OUTSIDE: SnapshotFile = { kind: 'unknown', because: 'the file lies outside the workspace' };
