import type { Dirent } from 'node:fs';
import { constants, readdirSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { isModuleFile } from '../module/sources/fileKinds.ts';
import { encodedPath } from '../module/sources/uri.ts';
import type { FileContent, FileRefusal, FolderEntry } from '../protocol/fileRequests.ts';
import { LIES_OUTSIDE } from '../protocol/fileRequests.ts';
import type { FileAccess, SeenFile, Visit } from './access.ts';
import { IgnoreRules } from './ignoreRules.ts';
import { limited } from './limited.ts';
import { machinePaths } from './paths.ts';
import { isWithin, realFolders, realFoldersNow, realPath, realPathNow, workTreeAround } from './realPaths.ts';
import type { FileBytes } from './regularFile.ts';
import { BytesReader, readBytesNow, readRegular, readRegularNow, textOfBytes } from './regularFile.ts';
import type { Folders } from './walk.ts';
import { filesBelow, IGNORE_FILE_NAME, isInSkippedFolder } from './walk.ts';

/** Whether opening a file fails when a link has replaced it. */
const NEVER_FOLLOWS = constants.O_NOFOLLOW !== undefined;

const NOT_HERE: FileContent = { reason: 'it is not on this machine' };

/** The number of files and folders open at the same time; systems have a limit. */
const AT_ONCE = 16;

interface NodeFiles extends FileAccess {
  /**
   * The synchronous form of `read`, for a process that has nothing else to do meanwhile. `within` are real paths here.
   */
  readNow(uri: string, within: readonly string[]): FileContent;
  /** The synchronous form of `listDirectory`. `within` are real paths here. */
  listDirectoryNow(directoryUri: string, within: readonly string[]): readonly string[] | null;
  /** The same as `visitDirectory`. `within` are real paths here. */
  visitDirectoryNow(directoryUri: string, within: readonly string[], visit: Visit): boolean;
}

/** Files of the machine that the process runs on. */
export const nodeFiles: NodeFiles = {
  async list(folderUri, within, way = []) {
    const folder = machinePaths.pathOf(folderUri);
    const real = folder === null ? null : await realPath(folder).catch(() => null);
    const roots = await realFolders(within);
    if (folder === null || real === null || !isAllowed(real, roots)) return [];
    return (await listWithLinks({ folder, real, way }, roots)).map((path) => machinePaths.uriOf(path));
  },
  async listDirectory(directoryUri, within) {
    const directory = machinePaths.pathOf(directoryUri);
    if (directory === null) return null;
    try {
      if (!isAllowed(await realPath(directory), await realFolders(within))) return null;
      return moduleFiles(directory, await readdir(directory, { withFileTypes: true }));
    } catch {
      return null;
    }
  },
  listDirectoryNow(directoryUri, within) {
    const directory = machinePaths.pathOf(directoryUri);
    if (directory === null) return null;
    try {
      if (!isAllowed(realPathNow(directory), within)) return null;
      return moduleFiles(directory, readdirSync(directory, { withFileTypes: true }));
    } catch {
      return null;
    }
  },
  // Synchronously: for a small file, waiting costs more than the file itself.
  async visitDirectory(directoryUri, within, visit) {
    return nodeFiles.visitDirectoryNow(directoryUri, realFoldersNow(within), visit);
  },
  visitDirectoryNow(directoryUri, within, visit) {
    const directory = machinePaths.pathOf(directoryUri);
    if (directory === null) return false;
    let real: string;
    let names: readonly Dirent[];
    try {
      real = realPathNow(directory);
      if (!isAllowed(real, within)) return false;
      names = readdirSync(directory, { withFileTypes: true });
    } catch {
      return false;
    }
    const files = names.filter((entry) => !entry.isDirectory() && isModuleFile(entry.name));
    const base = directoryUri.replace(/\/+$/, '');
    for (const entry of files.sort(byName)) {
      const uri = `${base}/${encodedPath(entry.name)}`;
      visit(seen(uri, () => bytesOf(entry, join(real, entry.name), within)));
    }
    return true;
  },
  async read(uri, within): Promise<FileContent> {
    const path = machinePaths.pathOf(uri);
    if (path === null) return NOT_HERE;
    try {
      const real = await realPath(path);
      return isAllowed(real, await realFolders(within)) ? await readRegular(real) : LIES_OUTSIDE;
    } catch (error) {
      return refusalOf(error);
    }
  },
  readNow(uri, within): FileContent {
    const path = machinePaths.pathOf(uri);
    if (path === null) return NOT_HERE;
    try {
      const real = realPathNow(path);
      return isAllowed(real, within) ? readRegularNow(real) : LIES_OUTSIDE;
    } catch (error) {
      return refusalOf(error);
    }
  },
};

function isAllowed(real: string, roots: readonly string[]): boolean {
  return roots.some((root) => isWithin(real, root));
}

const reader = new BytesReader();

function byName(one: Dirent, other: Dirent): number {
  return one.name < other.name ? -1 : 1;
}

/** The bytes of an entry of a readable folder; `path` begins with the folder's real one. */
function bytesOf(entry: Dirent, path: string, within: readonly string[]): FileBytes {
  if (entry.isFile() && NEVER_FOLLOWS) return reader.read(path);
  const real = realPathNow(path);
  if (!isAllowed(real, within)) return LIES_OUTSIDE;
  return readBytesNow(real);
}

function seen(uri: string, read: () => FileBytes): SeenFile {
  const content = () => {
    try {
      return read();
    } catch (error) {
      return refusalOf(error);
    }
  };
  return {
    uri,
    bytes() {
      const found = content();
      return 'bytes' in found ? found.bytes : null;
    },
    text() {
      return textOfBytes(content());
    },
  };
}

/** Everything except folders: reading shows whether it is a text file. */
function moduleFiles(directory: string, entries: readonly Dirent[]): readonly string[] {
  const files = entries.filter((entry) => !entry.isDirectory() && isModuleFile(entry.name));
  return files.map(({ name }) => machinePaths.uriOf(join(directory, name))).sort();
}

/** A folder to walk, with its path and its real path, and the names to follow inside. */
interface Start {
  readonly folder: string;
  readonly real: string;
  readonly way: readonly string[];
}

/**
 * The files of a folder and of linked folders, by their paths. A linked folder is entered only when it neither contains
 * nor lies inside another one, so that each is walked once and circular links end.
 */
async function listWithLinks(start: Start, roots: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  const waiting = [start];
  const entered = [start.real];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const path = withSlashes(next.real);
    const rules = await rulesAbove(next.real);
    const { files, links } = await filesBelow(diskFolders, withSlashes(next.folder), path, rules, next.way);
    for (const file of files) found.push(file);
    for (const link of links) {
      const target = await realPath(link).catch(() => null);
      if (target === null || !isAllowed(target, roots) || isInSkippedFolder(withSlashes(target))) continue;
      if (entered.some((one) => isWithin(target, one) || isWithin(one, target))) continue;
      entered.push(target);
      waiting.push({ folder: link, real: target, way: [] });
    }
  }
  return found;
}

/** Folders of the machine, by their paths with slashes, which every system understands. */
const diskFolders: Folders = {
  entries: limited(AT_ONCE, async (folder) => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    return Promise.all(
      entries.map(async (entry): Promise<FolderEntry> => {
        const address = folder.endsWith('/') ? `${folder}${entry.name}` : `${folder}/${entry.name}`;
        return { address, name: entry.name, kind: await kindOf(entry, address) };
      }),
    );
  }),
  text: limited(AT_ONCE, async (path) => {
    // By its path in a folder that was already entered; git does not follow links here, and neither do we.
    const content = await readRegular(path).catch(() => null);
    return content !== null && 'text' in content ? content.text : null;
  }),
};

async function kindOf(entry: Dirent, path: string): Promise<FolderEntry['kind']> {
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return 'file';
  const target = await stat(path).catch(() => null);
  if (target === null) return 'other';
  return target.isDirectory() ? 'link' : 'file';
}

/** The rules of the folders above `folder`, a real path, up to the root of its git repository; none outside of one. */
async function rulesAbove(folder: string): Promise<IgnoreRules> {
  const root = workTreeAround(folder);
  if (root === null) return IgnoreRules.NONE;
  const folders: string[] = [];
  for (let current = folder; current !== root; current = dirname(current)) folders.unshift(dirname(current));
  let rules = IgnoreRules.NONE;
  for (const current of folders) {
    rules = rules.withFolder(withSlashes(current), await diskFolders.text(join(current, IGNORE_FILE_NAME)));
  }
  return rules;
}

/** A folder's path with slashes, without the last one unless it is a root. */
function withSlashes(path: string): string {
  const plain = sep === '/' ? path : path.replaceAll(sep, '/');
  return plain.replace(/([^:/])\/+$/, '$1');
}

function refusalOf(error: unknown): FileRefusal {
  const isMissing = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
  return { reason: reasonOf(error), isMissing };
}

/** The system's reason in words, without its code and path. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'permission is denied';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'ELOOP') return 'it is a link that leads to itself';
  return error instanceof Error ? error.message : String(error);
}
