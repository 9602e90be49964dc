import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './steps.mjs';

/**
 * The snippets for the manifest: without prefixes, so that the editor inserts them on command but never suggests them
 * while people type. Suggestions come from the server, each in its place.
 */
export async function insertableSnippets() {
  const folder = join(root, 'snippets');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const files = await Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8'))));
  return Object.fromEntries(
    files
      .flatMap((file) => Object.entries(file))
      .map(([name, { prefix, description, body }]) => [`${name} (${prefix})`, { description, body: body.join('\n') }]),
  );
}
