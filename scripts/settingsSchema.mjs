import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** The schema of the settings file, with the rules that have a page as the ids that it knows. */
export async function settingsSchema() {
  const schema = JSON.parse(await readFile(join(root, 'schemas', 'settings.schema.json'), 'utf8'));
  const pages = (await readdir(join(root, 'docs', 'rules'))).filter((name) => name.endsWith('.md'));
  const ids = pages.map((name) => name.slice(0, -'.md'.length)).sort();
  return { ...schema, definitions: { ...schema.definitions, ruleId: { ...schema.definitions.ruleId, enum: ids } } };
}
