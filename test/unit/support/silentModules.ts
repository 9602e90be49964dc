import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from './checkProblems.ts';

const CORPUS = new URL('../../corpus/silent/', import.meta.url);

/** Correct modules of the shapes that public code has, each a file or a folder. */
export const SILENT_MODULES = readdirSync(CORPUS, { withFileTypes: true }).map((entry) => ({
  name: entry.name,
  files: entry.isDirectory()
    ? filesBelow(`${entry.name}/`)
    : { 'main.tf': readFileSync(new URL(entry.name, CORPUS), 'utf8') },
}));

function filesBelow(folder: string): Files {
  const paths = readdirSync(new URL(folder, CORPUS), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const root = new URL(folder, CORPUS).pathname;
  return Object.fromEntries(paths.map((path) => [path.slice(root.length), readFileSync(path, 'utf8')]));
}
