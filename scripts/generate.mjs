// Writes the derived files: the registry of checks, the table of rules, the heads of the rule pages and the linter's
// import bans. `--check` writes nothing and fails when something is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generated } from './generated.mjs';
import { root } from './steps.mjs';

const isCheck = process.argv.includes('--check');
const stale = [];
for (const [path, text] of await generated()) {
  const file = join(root, path);
  if (readFileSync(file, 'utf8') === text) continue;
  stale.push(path);
  if (!isCheck) writeFileSync(file, text);
}
for (const path of stale) console.log(`${isCheck ? 'stale' : 'written'}: ${path}`);
if (isCheck && stale.length > 0) {
  console.error('Run npm run generate.');
  process.exitCode = 1;
}
