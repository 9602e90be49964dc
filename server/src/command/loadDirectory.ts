import type { Reach } from '../files/reach.ts';
import type { Workspace } from '../module/workspace.ts';

/**
 * Reads the files of one directory, those that git ignores too, as Terraform does: whatever a module declares counts.
 * Files in `others` are left to the caller. Answers how many files there are.
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
    // A link that leads nowhere is an editor's mark, or nothing.
    else if (content.isMissing !== true) {
      workspace.setUnreadable(uri);
      reach.leaveUnread(uri, content.reason);
    }
  }
  return uris?.length ?? 0;
}
