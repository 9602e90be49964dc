import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileAccess, FileContent } from './access.ts';
import { isReadFile, isTerraformFile } from './access.ts';
import { IgnoreRules } from './ignoreRules.ts';

/** Larger files are left out: no hand writes them, and one would hold up everything else. */
const SIZE_LIMIT = 4 * 1024 * 1024;

/** Folders that hold no one's own configuration. */
const SKIPPED_FOLDERS = new Set(['.terraform', '.git', '.terragrunt-cache', 'node_modules']);

const NOT_HERE: FileContent = { reason: 'it is not on this machine' };
const TOO_LARGE: FileContent = { reason: 'it is larger than 4 MiB' };

interface NodeFiles extends FileAccess {
  /** URIs of the Terraform files of one directory, ignored ones too. */
  listDirectory(directoryUri: string): Promise<readonly string[]>;
  /** The same as `read`, at once: for a process that has nothing else to do meanwhile. */
  readNow(uri: string): FileContent;
  /** The same as `listDirectory`, at once. */
  listDirectoryNow(directoryUri: string): readonly string[];
}

/** Files of the machine that the process runs on. */
export const nodeFiles: NodeFiles = {
  async listDirectory(directoryUri) {
    const directory = fileURLToPath(directoryUri);
    const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
    const files = entries.filter((entry) => entry.isFile() && isTerraformFile(entry.name));
    return files.map(({ name }) => pathToFileURL(join(directory, name)).href).sort();
  },
  listDirectoryNow(directoryUri) {
    const directory = fileURLToPath(directoryUri);
    try {
      const names = readdirSync(directory).filter(isTerraformFile).sort();
      return names.map((name) => pathToFileURL(join(directory, name)).href);
    } catch {
      return [];
    }
  },
  async list(folderUri) {
    const found: string[] = [];
    if (!folderUri.startsWith('file:')) return found;
    const folder = fileURLToPath(folderUri);
    await collect(folder, await IgnoreRules.above(folder), found);
    return found;
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

/** A text that was read, or why it is not one. */
export function contentOf(text: string): FileContent {
  return text.includes('\0') ? { reason: 'it is a binary file' } : { text };
}

async function collect(folder: string, rules: IgnoreRules, found: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const here = await rules.in(folder);
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (here.ignores(path, entry.isDirectory())) continue;
    if (entry.isDirectory() && !SKIPPED_FOLDERS.has(entry.name)) await collect(path, here, found);
    else if (entry.isFile() && isReadFile(entry.name)) found.push(pathToFileURL(path).href);
  }
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
