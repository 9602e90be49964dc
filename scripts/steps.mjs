import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Installs what package-lock.json names, when that has not been done since it changed. Uses nothing but Node and npm.
 *
 * `npm ci` wants the optional packages of every platform to be in the lock file and on the registry; a mirror that
 * lacks some of them for platforms that are not this one makes it refuse. `npm install` then takes the same versions.
 */
export function installPackages() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const isFresh =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
  if (isFresh) return;
  console.error('Installing packages');
  // Also when a global installation of this package started it.
  const common = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-global', '--include=dev'];
  if (npm(['ci', ...common], 'ignore') === 0) return;
  if (npm(['install', '--no-save', ...common], 'inherit') !== 0)
    throw new Error('npm install failed; its messages stand above');
}

function npm(words, messages) {
  const options = { cwd: root, stdio: ['ignore', 'ignore', messages], shell: process.platform === 'win32' };
  return spawnSync('npm', words, options).status;
}

/** Runs a Node program of a package and answers its exit status; output goes to this process's own. */
export function runPackageProgram(packageName, words, options = {}) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const program = join(folder, typeof bin === 'string' ? bin : Object.values(bin)[0]);
  return spawnSync(process.execPath, [program, ...words], { cwd: root, stdio: 'inherit', ...options }).status ?? 1;
}
