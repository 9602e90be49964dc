import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { reasonOf } from '../../files/nodeFiles.ts';
import type { ImportFiles } from '../../importer/gather.ts';
import type { InputFile } from '../../importer/input/inputFile.ts';
import { decodeText } from '../../simulate/input/decodeText.ts';
import { UsageError } from '../usage.ts';

/** How many levels of a named folder are read: it may contain one folder per region. */
const DEEPEST = 1;

/** Reads the named files, and the `.json` files of named folders; throws a `UsageError` for an unreadable one. */
export function readInputFiles(paths: Readonly<Record<keyof ImportFiles, readonly string[]>>): ImportFiles {
  const read = (kind: keyof ImportFiles) => paths[kind].flatMap((path) => filesAt(path)).map(readInputFile);
  return {
    repositories: read('repositories'),
    policies: read('policies'),
    repositoryPolicies: read('repositoryPolicies'),
    tags: read('tags'),
    cacheRules: read('cacheRules'),
    templates: read('templates'),
    registry: read('registry'),
  };
}

function filesAt(path: string): string[] {
  return path !== '-' && isFolder(path) ? filesIn(path, 0) : [path];
}

function filesIn(folder: string, depth: number): string[] {
  const found = readdirSync(folder, { withFileTypes: true }).map((entry) => ({
    entry,
    path: join(folder, entry.name),
  }));
  found.sort((one, other) => (one.path < other.path ? -1 : 1));
  return found.flatMap(({ entry, path }) => {
    if (entry.isDirectory()) return depth < DEEPEST ? filesIn(path, depth + 1) : [];
    return entry.name.endsWith('.json') ? [path] : [];
  });
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${reasonOf(error)}`);
  }
}

function readInputFile(path: string): InputFile {
  try {
    const text = decodeText(readFileSync(path === '-' ? 0 : path));
    if (path === '-') return { name: 'standard input', baseName: '-', folder: null, text };
    return { name: path, baseName: basename(path), folder: basename(dirname(resolve(path))), text };
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${reasonOf(error)}`);
  }
}
