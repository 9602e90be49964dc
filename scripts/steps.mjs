import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Installs what package-lock.json names, unless that was done since it changed. Needs nothing but Node and npm. */
export function installPackages() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const isFresh =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
  if (isFresh) return;
  console.error('Installing packages (npm ci)');
  // `--no-global` and `--include=dev`: a global installation of this package may have started this script.
  const words = [
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--no-global',
    '--include=dev',
    '--loglevel=error',
  ];
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' };
  if (spawnSync('npm', words, options).status !== 0) throw new Error('npm ci failed; its messages are above');
}

/** Runs a Node program of a package and answers its exit status; output goes to this process's own. */
export function runPackageProgram(packageName, words, options = {}) {
  return (
    spawnSync(process.execPath, [programOf(packageName), ...words], { cwd: root, stdio: 'inherit', ...options })
      .status ?? 1
  );
}

/** Starts a Node program of a package and resolves to its exit status; output goes to this process's own. */
export async function startPackageProgram(packageName, words, options = {}) {
  const child = spawn(process.execPath, [programOf(packageName), ...words], {
    cwd: root,
    stdio: 'inherit',
    ...options,
  });
  const [status] = await once(child, 'exit');
  return status ?? 1;
}

function programOf(packageName) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : Object.values(bin)[0]);
}
