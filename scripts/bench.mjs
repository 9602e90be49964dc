// Measures speed and memory next to peers: `npm run bench` for all rows, or with names of measurements for theirs. An
// unknown name lists them. Each row is printed as soon as it is measured.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { runPackageProgram } from './steps.mjs';
import { packProduct } from './vsix.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const bench = join(root, 'test', 'bench');

if (!existsSync(join(bench, 'node_modules'))) {
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts'], {
    cwd: bench,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
const typeErrors = runPackageProgram('typescript', ['--noEmit', '-p', join('test', 'bench')]);
if (typeErrors !== 0) process.exit(typeErrors);
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
};
await build({
  ...common,
  entryPoints: ['test/bench/src/main.ts'],
  outfile: 'test/bench/dist/main.mjs',
  format: 'esm',
  packages: 'external',
});
run('--only-names');
// Builds the bundles too, so that all that is measured is of one state.
await packProduct();
await build({
  ...common,
  entryPoints: ['test/bench/src/emptyServer.ts'],
  outfile: 'dist/bench/emptyServer.cjs',
  format: 'cjs',
  minify: true,
});
run();

/** Runs the measurements with the names that were given; ends this process where it fails. */
function run(...words) {
  const main = join(bench, 'dist', 'main.mjs');
  const emptyServer = join(root, 'dist', 'bench', 'emptyServer.cjs');
  const jsonServer = join(bench, 'node_modules', 'vscode-json-languageserver', 'bin', 'vscode-json-languageserver');
  const names = process.argv.slice(2);
  const options = { cwd: root, stdio: 'inherit' };
  const { status } = spawnSync(process.execPath, [main, emptyServer, jsonServer, ...names, ...words], options);
  if (status !== 0) process.exit(status ?? 1);
}
