import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** The ids of the rules with a page. Other files in the folder, such as README.md, are not pages. */
export async function ruleIds(folder = join(root, 'docs', 'rules')) {
  const pages = (await readdir(folder)).filter((name) => /^[a-z]+(-[a-z]+)*\.md$/.test(name));
  return pages.map((name) => name.slice(0, -'.md'.length)).sort();
}

/** The schema of the settings file, with the ids of all rules that have a page. */
export async function settingsSchema() {
  const schema = JSON.parse(await readFile(join(root, 'schemas', 'settings.schema.json'), 'utf8'));
  const ids = await ruleIds();
  return { ...schema, definitions: { ...schema.definitions, ruleId: { ...schema.definitions.ruleId, enum: ids } } };
}
