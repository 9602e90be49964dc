import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isModuleFile } from '../module/fileKinds.ts';
import type { FileAccess } from './access.ts';
import type { FileContent, FolderEntry } from './fileRequests.ts';
import { contentOf, SIZE_LIMIT, TOO_LARGE } from './fileRequests.ts';
import { IgnoreRules } from './ignoreRules.ts';
import { limited } from './limited.ts';
import type { Folders } from './walk.ts';
import { filesBelow } from './walk.ts';

const NOT_HERE: FileContent = { reason: 'it is not on this machine' };

/** Files and folders that are open at once: a system allows only so many. */
const AT_ONCE = 16;

interface NodeFiles extends FileAccess {
  /** The same as `read`, at once: for a process that has nothing else to do meanwhile. */
  readNow(uri: string): FileContent;
  /** The same as `listDirectory`, at once. */
  listDirectoryNow(directoryUri: string): readonly string[] | null;
}

/** Files of the machine that the process runs on. */
export const nodeFiles: NodeFiles = {
  async listDirectory(directoryUri) {
    if (!directoryUri.startsWith('file:')) return null;
    const directory = fileURLToPath(directoryUri);
    const entries = await readdir(directory, { withFileTypes: true }).catch(() => null);
    const files = entries?.filter((entry) => entry.isFile() && isModuleFile(entry.name));
    return files?.map(({ name }) => pathToFileURL(join(directory, name)).href).sort() ?? null;
  },
  listDirectoryNow(directoryUri) {
    const directory = fileURLToPath(directoryUri);
    try {
      const names = readdirSync(directory).filter(isModuleFile).sort();
      return names.map((name) => pathToFileURL(join(directory, name)).href);
    } catch {
      return null;
    }
  },
  async list(folderUri) {
    if (!folderUri.startsWith('file:')) return [];
    const folder = withSlashes(fileURLToPath(folderUri));
    const found = await filesBelow(diskFolders, folder, folder, await rulesAbove(folder));
    return found.map((path) => pathToFileURL(path).href);
  },
  async read(uri): Promise<FileContent> {
    if (!uri.startsWith('file:')) return NOT_HERE;
    try {
      const path = fileURLToPath(uri);
      if ((await stat(path)).size > SIZE_LIMIT) return TOO_LARGE;
      return contentOf(await readFile(path, 'utf8'));
    } catch (error) {
      return failureOf(error);
    }
  },
  readNow(uri): FileContent {
    if (!uri.startsWith('file:')) return NOT_HERE;
    try {
      const path = fileURLToPath(uri);
      return statSync(path).size > SIZE_LIMIT ? TOO_LARGE : contentOf(readFileSync(path, 'utf8'));
    } catch (error) {
      return failureOf(error);
    }
  },
};

/** Folders of the machine, by their paths with slashes, which every system understands. */
const diskFolders: Folders = {
  entries: limited(AT_ONCE, async (folder) => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    return entries.map((entry): FolderEntry => {
      const kind = entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other';
      return { address: `${folder}/${entry.name}`, name: entry.name, kind };
    });
  }),
  text: limited(AT_ONCE, (path) => readFile(path, 'utf8').catch(() => null)),
};

/** The rules of the folders above `folder`, up to the root of its git repository; none outside a repository. */
async function rulesAbove(folder: string): Promise<IgnoreRules> {
  const folders: string[] = [];
  for (let current = folder; ; current = dirname(current)) {
    if (current !== folder) folders.unshift(current);
    if (await exists(join(current, '.git'))) break;
    if (dirname(current) === current) return IgnoreRules.NONE;
  }
  let rules = IgnoreRules.NONE;
  for (const current of folders) rules = rules.in(current, await diskFolders.text(`${current}/.gitignore`));
  return rules;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** A folder's path with slashes, without the last one unless it is a root. */
function withSlashes(path: string): string {
  const plain = sep === '/' ? path : path.replaceAll(sep, '/');
  return plain.replace(/([^:/])\/+$/, '$1');
}

function failureOf(error: unknown): FileContent {
  const isMissing = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
  return { reason: reasonOf(error), isMissing };
}

/** The system's reason in words, without its code and path. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'permission is denied';
  if (code === 'EISDIR') return 'it is a folder';
  return error instanceof Error ? error.message : String(error);
}
