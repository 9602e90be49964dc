import { attachedContent } from '../files/attachedContent.ts';
import type { Workspace } from '../module/workspace.ts';
import type { Supply } from '../service/context.ts';
import { loadDirectory } from './loadDirectory.ts';
import type { Reach } from './reach.ts';

/** Reads the files and modules that modules turn out to need, as far as they are inside; notes those that stay unread. */
export function supplyFrom(reach: Reach): Supply {
  const tried = new Set<string>();
  return (workspace) => {
    const files = workspace.takeWantedFiles();
    for (const uri of files) {
      const content = attachedContent(reach.read(uri));
      if (typeof content !== 'string' && content.kind === 'unknown') reach.leaveUnread(uri, content.because);
      workspace.setAttachedFile(uri, content);
    }
    const directories = workspace.takeWantedDirectories().filter((one) => !tried.has(one));
    for (const directory of directories) {
      tried.add(directory);
      loadDirectory(workspace, directory, reach);
      noteUnread(workspace, directory, reach);
    }
    return files.length + directories.length > 0;
  };
}

/** Notes a called module of which nothing is read. */
function noteUnread(workspace: Workspace, directory: string, reach: Reach): void {
  if (workspace.moduleAt(directory) === undefined) reach.leaveUnread(directory, whyNoModule(directory, reach));
}

function whyNoModule(directory: string, reach: Reach): string {
  if (!reach.covers(directory)) return 'the folder lies outside the workspace';
  const content = reach.read(directory);
  const isMissing = !('text' in content) && content.isMissing === true;
  return isMissing ? 'there is no such folder' : 'the folder holds no Terraform file';
}
