import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './steps.mjs';

/**
 * The snippets as the manifest names them: without prefixes, so that the editor inserts them on command and lists none
 * while people type. There, the server offers each in its place.
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
