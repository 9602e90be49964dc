import type { Reach } from '../files/reach.ts';
import type { Workspace } from '../module/workspace.ts';

/**
 * Reads the files of a directory, including those that git ignores, as Terraform does, because every declaration
 * counts. Files in `others` are left to the caller. Returns the number of files.
 */
export function loadDirectory(
  workspace: Workspace,
  directory: string,
  reach: Reach,
  others: ReadonlySet<string> = new Set(),
): number {
  const uris = reach.filesIn(directory);
  workspace.setListed(directory, uris !== null);
  for (const uri of uris ?? []) {
    if (others.has(uri)) continue;
    const content = reach.read(uri);
    if ('text' in content) workspace.setDiskFile(uri, content.text);
    // A dangling link is an editor's lock file or harmless.
    else if (content.isMissing !== true) {
      workspace.setUnreadable(uri);
      reach.leaveUnread(uri, content.reason);
    }
  }
  return uris?.length ?? 0;
}
