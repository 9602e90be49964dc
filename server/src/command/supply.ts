import { attachedContent, TOO_LARGE_FOR_POLICY } from '../files/attachedContent.ts';
import type { Reach } from '../files/reach.ts';
import type { Workspace } from '../module/workspace.ts';
import { LIES_OUTSIDE } from '../protocol/fileRequests.ts';
import type { Supply } from '../service/context.ts';
import { loadDirectory } from './loadDirectory.ts';

/**
 * Reads the files and modules that modules turn out to need, as far as they are inside; notes those that stay unread.
 */
export function supplyFrom(reach: Reach): Supply {
  const tried = new Set<string>();
  return (workspace) => {
    const files = workspace.takeWantedFiles();
    for (const uri of files) readFile(workspace, uri, reach);
    const directories = workspace.takeWantedDirectories().filter((one) => !tried.has(one));
    for (const directory of directories) {
      tried.add(directory);
      if (loadDirectory(workspace, directory, reach) === 0) reach.leaveUnread(directory, whyNoModule(directory, reach));
    }
    return files.length + directories.length > 0;
  };
}

function readFile(workspace: Workspace, uri: string, reach: Reach): void {
  const content = reach.read(uri);
  const attached = attachedContent(content);
  workspace.setAttachedFile(uri, attached);
  // A check reports missing files.
  if (typeof attached === 'string' || attached.kind !== 'unknown') return;
  reach.leaveUnread(uri, 'text' in content ? TOO_LARGE_FOR_POLICY : content.reason);
}

function whyNoModule(directory: string, reach: Reach): string {
  if (!reach.covers(directory)) return LIES_OUTSIDE.reason;
  const content = reach.read(directory);
  if ('text' in content) return 'it is a file';
  return content.isMissing === true ? content.reason : 'it holds no Terraform file';
}
