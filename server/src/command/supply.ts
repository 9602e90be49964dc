import { cwd } from 'node:process';
import { pathToFileURL } from 'node:url';
import { attachedContent, OUTSIDE } from '../files/attachedContent.ts';
import { nodeFiles } from '../files/nodeFiles.ts';
import { canonicalUri } from '../module/uri.ts';
import type { Supply } from '../service/context.ts';
import { loadDirectory } from './loadDirectory.ts';

/**
 * Reads the files and modules that modules turn out to need, inside the given folders and the working directory only.
 * `folders` are URIs with their last slashes.
 */
export function supplyFrom(folders: readonly string[]): Supply {
  const roots = [`${pathToFileURL(cwd()).href}/`, ...folders].map(canonicalUri);
  const isInside = (uri: string) => roots.some((root) => `${uri}/`.startsWith(root));
  const tried = new Set<string>();
  return (workspace) => {
    const files = workspace.takeWantedFiles();
    for (const uri of files) {
      workspace.setAttachedFile(uri, isInside(uri) ? attachedContent(nodeFiles.readNow(uri)) : OUTSIDE);
    }
    const directories = workspace.takeWantedDirectories().filter((one) => isInside(one) && !tried.has(one));
    for (const directory of directories) {
      tried.add(directory);
      loadDirectory(workspace, directory);
    }
    return files.length + directories.length > 0;
  };
}
