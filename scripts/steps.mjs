import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endOf } from './cost.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Installs the packages of package-lock.json, unless they are there. Needs nothing but Node and npm. */
export function installPackages() {
  if (isInstalled(root)) return;
  console.error('Installing packages (npm ci)');
  // `--no-global` and `--include=dev`, because a global installation of this package may have started this script.
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

/**
 * True when the installed packages of a folder match its package-lock.json. npm keeps a lock file of what it installed;
 * the contents are compared, because a change of branch or a new worktree makes the other file newer.
 */
export function isInstalled(folder) {
  const [wanted, found] = [join(folder, 'package-lock.json'), join(folder, 'node_modules', '.package-lock.json')].map(
    packagesOf,
  );
  const isSame = ([path, { version, integrity }]) =>
    wanted[path]?.version === version && wanted[path].integrity === integrity;
  const isThere = ([path, { optional }]) => path === '' || optional === true || path in found;
  return Object.keys(found).length > 0 && Object.entries(found).every(isSame) && Object.entries(wanted).every(isThere);
}

/** The packages of a lock file by their folders; none where it is not there or npm was interrupted while writing it. */
function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/** Runs a Node program of a package and returns its exit status; output goes to this process's own. */
export function runPackageProgram(packageName, words, options = {}) {
  return (
    spawnSync(process.execPath, [programOf(packageName), ...words], { cwd: root, stdio: 'inherit', ...options })
      .status ?? 1
  );
}

/** Starts a Node program of a package and resolves to its exit status and cost; output goes to this process's own. */
export async function startPackageProgram(packageName, words, options = {}) {
  const child = spawn(process.execPath, [programOf(packageName), ...words], {
    cwd: root,
    stdio: 'inherit',
    ...options,
  });
  const { status, cost } = await endOf(child);
  return { status: status ?? 1, cost };
}

function programOf(packageName) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : Object.values(bin)[0]);
}
