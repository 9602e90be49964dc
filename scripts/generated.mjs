import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { importBans } from './importBans.mjs';
import { root } from './steps.mjs';

/** The page with the table of rules. */
const TABLE_PAGE = 'docs/rules/README.md';

const CHECKS = 'server/src/checks';

/** The folders of checks in the order of the documentation; a new subject is added here. */
export const SUBJECTS = [
  'text',
  'policy',
  'lifecycleRule',
  'access',
  'identity',
  'repository',
  'cache',
  'replication',
  'scanning',
  'template',
  'registry',
  'public',
  'image',
  'state',
  'module',
  'argument',
  'reference',
  'import',
];

const read = (path) => readFileSync(join(root, path), 'utf8');

/** Every generated file: its path from the repository's root, and its expected text. */
export async function generated() {
  const files = new Map([[`${CHECKS}/registry.ts`, registry()]]);
  const checks = await readChecks(files.get(`${CHECKS}/registry.ts`));
  files.set(TABLE_PAGE, withTable(read(TABLE_PAGE), checks));
  for (const check of checks) {
    const path = `docs/rules/${check.id}.md`;
    files.set(path, withHead(read(path), check));
  }
  files.set('package.json', withRuleIds(read('package.json'), checks));
  files.set('biome.json', importBans(read('biome.json'), JSON.parse(read('scripts/rooms.json'))));
  return files;
}

/** None for a subject without checks. */
function checkNames(subject) {
  const folder = join(root, CHECKS, subject);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length))
    .sort();
}

function registry() {
  const found = SUBJECTS.flatMap((subject) => checkNames(subject).map((name) => ({ subject, name })));
  const imports = found.map(({ subject, name }) => `import { ${name} } from './${subject}/${name}.ts';`);
  const paths = [...imports, "import type { Check } from './check.ts';"].sort((one, other) =>
    pathIn(one) < pathIn(other) ? -1 : 1,
  );
  const list = found.map(({ name }) => `  ${name},`);
  return `// Written by npm run generate.\n${paths.join('\n')}\n\n/** Every check, by subject. */\nexport const CHECKS: readonly Check[] = [\n${list.join('\n')}\n];\n`;
}

const pathIn = (line) => line.slice(line.indexOf("'"));

/** The checks' own words, read from their source. */
async function readChecks(registryText) {
  const { outputFiles } = await build({
    stdin: { contents: registryText, resolveDir: join(root, CHECKS), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  const [{ text }] = outputFiles;
  const { CHECKS: checks } = await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
  return checks;
}

const TABLE = /(<!-- rules -->\n)[\s\S]*?(\n<!-- \/rules -->)/;

function withTable(readme, checks) {
  const rows = checks.map(({ id, severity, title }) => `| [${id}](${id}.md) | ${severity} | ${title} |`);
  const table = ['', '| rule | severity | problem |', '| --- | --- | --- |', ...rows, ''].join('\n');
  if (!TABLE.test(readme)) throw new Error('docs/rules/README.md has no lines <!-- rules --> and <!-- /rules -->');
  return readme.replace(TABLE, (_, start, end) => `${start}${table}${end}`);
}

/** The manifest with the ids of all checks, and their titles, as the keys of the setting for severities. */
function withRuleIds(manifest, checks) {
  const parsed = JSON.parse(manifest);
  const setting = parsed.contributes.configuration
    .map(({ properties }) => properties['terraform-ecr.rules'])
    .find((found) => found !== undefined);
  const sorted = [...checks].sort((one, other) => (one.id < other.id ? -1 : 1));
  setting.propertyNames = {
    enum: sorted.map(({ id }) => id),
    enumDescriptions: sorted.map(({ title }) => `${title}.`),
    errorMessage: '%settings.rules.unknown%',
  };
  return `${JSON.stringify(parsed, null, 2)}\n`;
}

/** The page with the heading and the first line that the check's own words give. */
function withHead(page, { id, title, severity }) {
  const [, , , ...rest] = page.split('\n');
  return [`# ${id}`, '', `${title}. Severity: **${severity}**.`, ...rest].join('\n');
}
