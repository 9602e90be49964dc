import { isReadFile } from '../module/fileKinds.ts';
import type { FolderEntry } from './fileRequests.ts';
import type { IgnoreRules } from './ignoreRules.ts';

/** Folders that hold no one's own configuration. */
const SKIPPED_FOLDERS = new Set(['.terraform', '.git', '.terragrunt-cache', 'node_modules']);

/** What can be looked into from folder to folder. Failures are empty answers. */
export interface Folders {
  entries(address: string): Promise<readonly FolderEntry[]>;
  text(address: string): Promise<string | null>;
}

/**
 * The addresses of the files that are read in a folder and below, in the order of their names. `path` is the folder's
 * path with slashes, as `rules` know it.
 */
export async function filesBelow(
  folders: Folders,
  address: string,
  path: string,
  rules: IgnoreRules,
): Promise<string[]> {
  const found: string[] = [];
  const entries = await folders.entries(address);
  const own = entries.find(({ name, kind }) => name === '.gitignore' && kind === 'file');
  const here = own === undefined ? rules : rules.in(path, await folders.text(own.address));
  for (const entry of [...entries].sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const isFolder = entry.kind === 'folder';
    const below = `${path}/${entry.name}`;
    if (isFolder ? SKIPPED_FOLDERS.has(entry.name) : entry.kind !== 'file' || !isReadFile(entry.name)) continue;
    if (here.ignores(below, isFolder)) continue;
    if (isFolder) found.push(...(await filesBelow(folders, entry.address, below, here)));
    else found.push(entry.address);
  }
  return found;
}
