import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import { folderWith, RIGHT, removeFolders, WRONG } from './support.ts';

const SCRIPT = resolve('scripts/commandLinePackage.mjs');
const { cacheFolder } = await import(resolve('test/editor/install.mjs'));

/** Milliseconds that a download may take; after that the version is not tried. */
const PATIENCE = 240_000;

/** The program of a Node, or why there is none here. The npm packages named so hold nothing but Node. */
async function nodeOf(major: number): Promise<{ readonly program: string } | { readonly why: string }> {
  if (Number(process.versions.node.split('.')[0]) === major) return { program: process.execPath };
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const folder = join(cacheFolder(), `node-${major}`);
  const program = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    const words = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', `${name}@${major}`];
    // The runner of the tests must be able to answer meanwhile.
    const options = { timeout: PATIENCE, shell: process.platform === 'win32' };
    const why = await promisify(execFile)('npm', words, options).then(
      () => 'npm gave none',
      (error: Error) => error.message.split('\n')[0] ?? '',
    );
    if (!existsSync(program)) return { why };
  }
  return { program };
}

const IMAGES = '{"imageDetails":[]}';

let program = '';
let files = '';

beforeAll(async () => {
  const { assemble, packForNpm } = await import(SCRIPT);
  const made = folderWith({}, 'nodes-');
  await assemble(join(made, 'npm'));
  const tarball = packForNpm(join(made, 'npm'), made);
  const installed = folderWith({ 'package.json': '{"private":true}' }, 'nodes-');
  const words = ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', tarball];
  spawnSync('npm', words, { cwd: installed, shell: process.platform === 'win32' });
  program = join(installed, 'node_modules', 'terraform-ecr', 'dist', 'terraform-ecr.cjs');
  files = folderWith({ 'red/main.tf': WRONG, 'green/main.tf': RIGHT, 'images.json': IMAGES }, 'nodes-');
}, 300_000);

afterAll(removeFolders);

const NODES = await Promise.all([20, 22, 24].map(async (major) => ({ major, node: await nodeOf(major) })));

describe.each(NODES)('the installed npm package on Node $major', ({ major, node }) => {
  const why = 'why' in node ? node.why : null;
  if (why !== null) console.warn(`Node ${major} is not tried: ${why}`);

  const run = (...words: string[]) => {
    const { status, stdout, stderr } = spawnSync('program' in node ? node.program : '', [program, ...words], {
      cwd: files,
      encoding: 'utf8',
      input: '',
    });
    return { status, stdout, stderr };
  };

  it.skipIf(why !== null)('is that version', () => {
    const { stdout } = spawnSync('program' in node ? node.program : '', ['--version'], { encoding: 'utf8' });
    expect(stdout).toMatch(new RegExp(`^v${major}\\.`));
  });

  it.skipIf(why !== null).each<[readonly string[], number, string]>([
    [['--version'], 0, `${version}\n`],
    [['check', 'red'], 1, 'rule-count-unit-missing'],
    [['check', 'green'], 0, '0 errors'],
    [['check', 'red', '--format', 'sarif'], 1, '"2.1.0"'],
    [['explain', 'green/main.tf'], 0, 'Deletes'],
    [['render', 'green/main.tf'], 0, '"rules"'],
    [['simulate', 'green/main.tf', '--images', 'images.json'], 0, '0'],
    [['list', 'green'], 0, 'repository'],
    [['rules', 'rule-count-unit-missing'], 0, 'countUnit'],
    [['completion', 'zsh'], 0, '#compdef'],
    [['mcp'], 0, ''],
  ])('%j ends with %i', (words, status, text) => {
    const result = run(...words);
    expect({ status: result.status, stderr: result.stderr }).toEqual({ status, stderr: '' });
    expect(result.stdout).toContain(text);
  });
});
