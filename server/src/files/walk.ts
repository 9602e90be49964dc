import { isReadFile } from '../module/sources/fileKinds.ts';
import type { FolderEntry } from '../protocol/fileRequests.ts';
import type { IgnoreRules } from './ignoreRules.ts';

/** Folders without anyone's own configuration. */
const SKIPPED_FOLDERS = new Set(['.terraform', '.git', '.terragrunt-cache', 'node_modules']);

/** The file by which a folder says what git ignores in it and below. */
export const IGNORE_FILE_NAME = '.gitignore';

/** A file tree that can be walked. Failures are empty results. */
export interface Folders {
  entries(address: string): Promise<readonly FolderEntry[]>;
  text(address: string): Promise<string | null>;
}

/** The contents of a folder and those below, by addresses, in the order of their names. */
export interface Found {
  readonly files: readonly string[];
  /** Links to folders, which are not entered because they may be circular. */
  readonly links: readonly string[];
}

/**
 * The files to read in a folder and below. `path` is the folder's path with slashes, as `rules` expect it. With `way`,
 * the names that lead to a file or folder inside, only that path. Sibling folders are walked in parallel, because each
 * may be far away; `folders` limits how many.
 */
export async function filesBelow(
  folders: Folders,
  address: string,
  path: string,
  rules: IgnoreRules,
  [next, ...way]: readonly string[] = [],
): Promise<Found> {
  const entries = await folders.entries(address);
  const own = entries.find(({ name, kind }) => name === IGNORE_FILE_NAME && kind === 'file');
  const here = own === undefined ? rules : rules.withFolder(path, await folders.text(own.address));
  const ordered = [...entries].sort((one, other) => (one.name < other.name ? -1 : 1));
  const wanted = ordered.filter((entry) => isLookedAt(entry) && (next === undefined || entry.name === next));
  const found = wanted.map(async ({ name, kind, address: at }): Promise<Found> => {
    const below = `${path}/${name}`;
    // To git, a link is a file, wherever it leads.
    if (here.ignores(below, kind === 'folder')) return { files: [], links: [] };
    if (kind === 'folder') return filesBelow(folders, at, below, here, way);
    return kind === 'link' ? { files: [], links: [at] } : { files: [at], links: [] };
  });
  const all = await Promise.all(found);
  return { files: all.flatMap(({ files }) => files), links: all.flatMap(({ links }) => links) };
}

/** True for a path, with slashes, in a folder that no one edits by hand. */
export function isInSkippedFolder(path: string): boolean {
  return path.split('/').some((part) => SKIPPED_FOLDERS.has(part));
}

function isLookedAt({ name, kind }: FolderEntry): boolean {
  if (kind === 'folder' || kind === 'link') return !SKIPPED_FOLDERS.has(name);
  return kind === 'file' && isReadFile(name);
}
