// Writes what is generated from the checks, and runs the tests of one check: the file that is named after it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages, root, runPackageProgram } from './steps.mjs';

const [id, ...others] = process.argv.slice(2);
if (id === undefined || others.length > 0) fail('Say which check: npm run test:check policy-growth');
const camelCase = id.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());
const tests = join(root, 'test', 'unit', 'checks');
const name = `${camelCase}.test.ts`;
const found = existsSync(tests)
  ? readdirSync(tests, { recursive: true }).find((path) => path.endsWith(`/${name}`) || path === name)
  : undefined;
if (found === undefined) fail(`No file ${name} below test/unit/checks: is '${id}' the id of a check?`);
installPackages();
const generated = spawnSync(process.execPath, [join(root, 'scripts', 'generate.mjs')], { stdio: 'inherit' });
if (generated.status !== 0) process.exit(1);
// Half of the time is for compiling the server's modules, so what was compiled of the same texts is kept.
const words = ['run', '--config', 'test/vitest.config.ts', '--experimental.fsModuleCache', join(tests, found)];
process.exitCode = runPackageProgram('vitest', words);

function fail(message) {
  console.error(message);
  process.exit(2);
}
