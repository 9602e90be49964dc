import { attachedContent, TOO_LARGE_FOR_POLICY } from '../files/attachedContent.ts';
import type { Reach } from '../files/reach.ts';
import type { SnapshotFile } from '../module/sources/snapshotFile.ts';
import type { Workspace } from '../module/workspace.ts';
import { LIES_OUTSIDE } from '../protocol/fileRequests.ts';
import type { Supply } from '../service/context.ts';
import { loadDirectory } from './loadDirectory.ts';

/**
 * Reads the files that a workspace's modules ask for and the modules that they turn out to call, if they are inside;
 * records those that stay unread.
 */
export function supplyFrom(reach: Reach, workspace: Workspace): Supply {
  const tried = new Set<string>();
  workspace.readFilesBy((uri) => readFile(uri, reach));
  return () => {
    const directories = workspace.takeWantedDirectories().filter((one) => !tried.has(one));
    for (const directory of directories) {
      tried.add(directory);
      if (loadDirectory(workspace, directory, reach) === 0) reach.leaveUnread(directory, whyNoModule(directory, reach));
    }
    return directories.length > 0;
  };
}

function readFile(uri: string, reach: Reach): string | SnapshotFile {
  const content = reach.read(uri);
  const attached = attachedContent(content);
  // A check reports missing files.
  if (typeof attached !== 'string' && attached.kind === 'unknown')
    reach.leaveUnread(uri, 'text' in content ? TOO_LARGE_FOR_POLICY : content.reason);
  return attached;
}

function whyNoModule(directory: string, reach: Reach): string {
  if (!reach.covers(directory)) return LIES_OUTSIDE.reason;
  const content = reach.read(directory);
  if ('text' in content) return 'it is a file';
  return content.isMissing === true ? content.reason : 'it contains no Terraform file';
}
