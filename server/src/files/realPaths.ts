import { existsSync, lstatSync, realpath, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { machinePaths } from './paths.ts';

/** The system's own answer, which also has the real spelling on case-insensitive systems. */
const askSystem = promisify(realpath.native);

/**
 * Where a path leads through all links; for a path that does not exist, where it would be. Fails as the system does.
 */
export async function realPath(path: string): Promise<string> {
  try {
    return await askSystem(path);
  } catch (error) {
    if (!isMissing(error) || dirname(path) === path) throw error;
    return join(await realPath(dirname(path)), basename(path));
  }
}

/** The synchronous form of `realPath`. */
export function realPathNow(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (!isMissing(error) || dirname(path) === path) throw error;
    return join(realPathNow(dirname(path)), basename(path));
  }
}

/** The same; null when the system fails. */
export function realPathOrNull(path: string): string | null {
  try {
    return realPathNow(path);
  } catch {
    return null;
  }
}

/** True for a folder itself and for everything in it; both are real paths. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** True when the path from a folder to a file in it contains a link, the last step included. */
export function goesThroughLink(path: string, folder: string): boolean {
  return !isSameName(realPathNow(path), join(realPathNow(folder), relative(folder, path)));
}

/** A path as the system spells it, if only letter case differs from how it was written. */
export function inSystemSpelling(path: string, real: string | null): string {
  return real !== null && isSameName(real, path) ? real : path;
}

/** Case-insensitive systems answer in the case of the disk, with composed characters or not. */
function isSameName(one: string, other: string): boolean {
  const plain = (name: string) => name.normalize('NFC').toLowerCase();
  return plain(one) === plain(other);
}

/** True when a link in the path leads out of the git work tree that contains the link. */
export function leadsOutOfWorkTree(path: string): boolean {
  const real = realPathOrNull(path);
  for (let current = path; dirname(current) !== current; current = dirname(current)) {
    if (lstatSync(current, { throwIfNoEntry: false })?.isSymbolicLink() !== true) continue;
    const parent = realPathOrNull(dirname(current));
    const tree = parent === null ? null : workTreeAround(parent);
    if (tree !== null && (real === null || !isWithin(real, tree))) return true;
  }
  return false;
}

/** The real paths of the folders that URIs name; those that cannot be reached are left out. */
export async function realFolders(uris: readonly string[]): Promise<readonly string[]> {
  const found = uris.map(async (uri) => {
    const path = machinePaths.pathOf(uri);
    return path === null ? null : realPath(path).catch(() => null);
  });
  return (await Promise.all(found)).filter((path) => path !== null);
}

/** The synchronous form. */
export function realFoldersNow(uris: readonly string[]): readonly string[] {
  return uris.flatMap((uri) => {
    const path = machinePaths.pathOf(uri);
    return (path === null ? null : realPathOrNull(path)) ?? [];
  });
}

/** The root of the git work tree around a real path, or null outside of one. Does not ask git. */
export function workTreeAround(path: string): string | null {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return null;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
