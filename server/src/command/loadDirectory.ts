import { nodeFiles } from '../files/nodeFiles.ts';
import type { Workspace } from '../module/workspace.ts';

/**
 * Reads the files of one directory, those that git ignores too, as Terraform does: whatever a module declares counts.
 * Files in `others` are left to the caller.
 */
export function loadDirectory(workspace: Workspace, directory: string, others: ReadonlySet<string> = new Set()): void {
  const uris = nodeFiles.listDirectoryNow(directory);
  workspace.setListed(directory, uris !== null);
  for (const uri of uris ?? []) {
    if (others.has(uri)) continue;
    const content = nodeFiles.readNow(uri);
    if ('text' in content) workspace.setDiskFile(uri, content.text);
    else workspace.setUnreadable(uri);
  }
}
