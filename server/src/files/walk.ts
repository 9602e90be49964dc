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
 * path with slashes, as `rules` know it. Folders beside each other are looked into at the same time: each may be far
 * away. How many at once is for `folders` to bound.
 */
export async function filesBelow(
  folders: Folders,
  address: string,
  path: string,
  rules: IgnoreRules,
): Promise<string[]> {
  const entries = await folders.entries(address);
  const own = entries.find(({ name, kind }) => name === '.gitignore' && kind === 'file');
  const here = own === undefined ? rules : rules.in(path, await folders.text(own.address));
  const ordered = [...entries].sort((one, other) => (one.name < other.name ? -1 : 1));
  const found = ordered.filter(isLookedAt).map((entry) => {
    const below = `${path}/${entry.name}`;
    const isFolder = entry.kind === 'folder';
    if (here.ignores(below, isFolder)) return [];
    return isFolder ? filesBelow(folders, entry.address, below, here) : [entry.address];
  });
  return (await Promise.all(found)).flat();
}

function isLookedAt({ name, kind }: FolderEntry): boolean {
  return kind === 'folder' ? !SKIPPED_FOLDERS.has(name) : kind === 'file' && isReadFile(name);
}
