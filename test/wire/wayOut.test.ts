import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { getuid } from 'node:process';
import { afterEach, describe, expect, it } from 'vitest';
import { BINARY, folderWith, RIGHT, removeFolders, run, WRONG } from './support.ts';

afterEach(removeFolders);

/** Runs the command line with a reader that closes the pipe at once. */
async function runForNobody(folder: string, stream: 'stdout' | 'stderr', words: readonly string[]) {
  const child = spawn(process.execPath, [BINARY, ...words], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  child[stream].destroy();
  let other = '';
  child[stream === 'stdout' ? 'stderr' : 'stdout'].on('data', (chunk) => {
    other += String(chunk);
  });
  const status = await new Promise((settle) => child.once('close', settle));
  return { status, other };
}

describe('a pipe whose reader goes away', () => {
  const files = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`m${index}/main.tf`, WRONG.repeat(20)]));

  it.each(['text', 'github'])('would have to take more than it holds: %s', (format) => {
    expect(run(folderWith(files), 'check', '.', '--format', format).stdout.length).toBeGreaterThan(2 * 65_536);
  });

  it.each([
    [['check', '.'], 1],
    [['check', '.', '--format', 'json'], 1],
    [['check', '.', '--format', 'sarif'], 1],
    [['check', '.', '--format', 'github'], 1],
    [['check', '.', '--format', 'junit'], 1],
    [['rules', '--format', 'json'], 0],
    [['rules'], 0],
    [['--help'], 0],
    [['render', 'right/main.tf'], 0],
    [['explain', 'right/main.tf'], 0],
    [['simulate', 'right/main.tf', '--format', 'html'], 0],
  ] as const)('ends %j quietly', async (words, status) => {
    const folder = folderWith({ ...files, 'right/main.tf': RIGHT });
    const ended = await runForNobody(folder, 'stdout', words);
    expect(ended.status).toBe(status);
    expect(ended.other).not.toMatch(/EPIPE|Error|\bat /);
  });

  it.runIf(existsSync('/dev/full'))('is another matter than a disk that is full', () => {
    const full = openSync('/dev/full', 'w');
    const words = [BINARY, 'check', '.'];
    const { status, stderr } = spawnSync(process.execPath, words, {
      cwd: folderWith({ 'main.tf': RIGHT }),
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('the output cannot be written') });
  });

  it('ends quietly on standard error', async () => {
    const { status, other } = await runForNobody(folderWith({}), 'stderr', ['check', 'nowhere.tf']);
    expect({ status, other }).toEqual({ status: 2, other: '' });
  });
});

describe('a folder in which no file is read', () => {
  const OTHERS = {
    'empty/notes.md': '',
    'ignored/.gitignore': '*.tf\n',
    'ignored/main.tf': WRONG,
    'stacks/a.tfcomponent.hcl': '',
    'generated/.terraform/x.tf': '',
    'policies/p.json': '{}',
    'values/terraform.tfvars': '',
    'settings/.terraform-ecr.json': '{}',
    'full/main.tf': RIGHT,
  };

  const EMPTY = ['empty', 'ignored', 'stacks', 'generated', 'policies', 'values', 'settings', 'empty/'];

  it.each(EMPTY)('is told: %s', (name) => {
    const told = run(folderWith(OTHERS), 'check', name, '--format', 'json');
    expect(told.status).toBe(2);
    expect(told.stdout).not.toContain('"files": 0');
    expect(told.stderr).toContain(`${name} holds no .tf, .tofu or .tf.json file`);
  });

  it('may be allowed, all of them at once', () => {
    const told = run(folderWith(OTHERS), 'check', ...EMPTY, '--format', 'json', '--allow-empty');
    expect(told).toMatchObject({ status: 0, stderr: '' });
  });

  it('is told beside one that is full, and the full one is checked', () => {
    const told = run(folderWith(OTHERS), 'check', 'empty', 'full');
    expect(told).toMatchObject({ status: 2, stdout: expect.stringContaining('in 1 file') });
  });

  it('may be the working directory', () => {
    const folder = folderWith({ 'notes.md': '' });
    expect(run(folder, 'check').stderr).toContain(`the working directory ${folder} holds no`);
    expect(run(folder, 'check', '--allow-empty').status).toBe(0);
  });

  it('a file that is not there has no clean summary beside it', () => {
    const folder = folderWith({});
    for (const format of ['text', 'json', 'sarif', 'github', 'junit']) {
      const told = run(folder, 'check', 'nofile.tf', '--format', format);
      expect(told).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringContaining('nofile.tf cannot be read'),
      });
    }
  });
});

const POLICY_FILE = (number: string) =>
  `{"rules":[{"rulePriority":1,"selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":${number}},"action":{"type":"expire"}}]}`;
const READS = (path: string) =>
  `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = file("\${path.module}/${path}")\n}\n`;

describe('what --fix writes', () => {
  it.each([
    ['a policy in a folder beside', { 'd/l': '../out' }, 'd/main.tf', READS('l/p.json'), ['d']],
    ['a policy in a folder two links away', { 'd/l': 'k', 'd/k': '../out' }, 'd/main.tf', READS('l/p.json'), ['d']],
    ['a policy', { 'd/p.json': '../out/p.json' }, 'd/main.tf', READS('p.json'), ['d']],
    ['a policy below a linked folder', { 'd/l': '..' }, 'd/main.tf', READS('l/out/p.json'), ['d']],
    ['a file of code', { 'd/x.tf': '../out/x.tf' }, 'd/main.tf', RIGHT, ['d']],
    ['a folder of code', { 'd/l': '../out' }, 'd/main.tf', RIGHT, ['d']],
    ['a named link', { 'd/x.tf': '../out/x.tf' }, 'd/main.tf', RIGHT, ['d/x.tf']],
    ['a named policy', { 'd/p.json': '../out/p.json' }, 'd/main.tf', RIGHT, ['d/p.json']],
  ] as const)('is not what a link leads to: %s', (_, links, main, text, named) => {
    for (const isGit of [true, false]) {
      const files = { 'out/p.json': POLICY_FILE('"5"'), 'out/x.tf': WRONG, [main]: text };
      const folder = folderWith(isGit ? { ...files, '.git/HEAD': '' } : files);
      for (const [path, target] of Object.entries(links)) symlinkSync(target, join(folder, path));
      expect(run(folder, 'check', '--fix', ...named).stderr).not.toContain('fixed');
      expect(readFileSync(join(folder, 'out/p.json'), 'utf8')).toBe(POLICY_FILE('"5"'));
      expect(readFileSync(join(folder, 'out/x.tf'), 'utf8')).toBe(WRONG);
    }
  });

  it('is the file itself where a link to it is checked, too', () => {
    const folder = folderWith({ 'shared/x.tf': WRONG, 'env/main.tf': '' });
    symlinkSync('../shared/x.tf', join(folder, 'env/x.tf'));
    const { status, stderr, stdout } = run(folder, 'check', '--fix');
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: 'terraform-ecr: fixed shared/x.tf: 1 rule-count-unit-missing\n',
    });
    expect(stdout).toMatch(/^0 errors/);
    expect(readFileSync(join(folder, 'env/x.tf'), 'utf8')).toBe(RIGHT);
  });

  it('keeps its mode, and its other names', () => {
    const folder = folderWith({ 'main.tf': WRONG, 'other/notes': '' });
    linkSync(join(folder, 'main.tf'), join(folder, 'other/name'));
    chmodSync(join(folder, 'main.tf'), 0o640);
    expect(run(folder, 'check', '--fix').status).toBe(0);
    expect(readFileSync(join(folder, 'other/name'), 'utf8')).toBe(RIGHT);
    expect(statSync(join(folder, 'main.tf'))).toMatchObject({
      nlink: 2,
      ino: statSync(join(folder, 'other/name')).ino,
    });
    expect(statSync(join(folder, 'main.tf')).mode & 0o7777).toBe(0o640);
  });

  it.runIf(getuid?.() === 0)('keeps its owner when root writes it', () => {
    const modes = [0o644, 0o600, 0o755, 0o640];
    const folder = folderWith(Object.fromEntries(modes.map((mode) => [`${mode}/main.tf`, WRONG])));
    const pathOf = (mode: number) => join(folder, `${mode}/main.tf`);
    for (const mode of modes) {
      chownSync(pathOf(mode), 1234, 4321);
      chmodSync(pathOf(mode), mode);
    }
    expect(run(folder, 'check', '--fix').status).toBe(0);
    for (const mode of modes) {
      const { uid, gid, mode: kept } = statSync(pathOf(mode));
      expect([readFileSync(pathOf(mode), 'utf8'), uid, gid, kept & 0o7777]).toEqual([RIGHT, 1234, 4321, mode]);
    }
  });

  it('leaves nothing beside the file, and takes away what a killed run left', () => {
    const folder = folderWith({ 'main.tf': WRONG });
    const left = ['.main.tf.terraform-ecr-999999999.tmp'];
    const kept = [
      `.main.tf.terraform-ecr-${process.pid}.tmp`,
      '.main.tf.terraform-ecr-x.tmp',
      '.other.tf.terraform-ecr-999999999.tmp',
      '.main.tf.123.tmp',
    ];
    for (const name of [...left, ...kept]) writeFileSync(join(folder, name), 'half');
    mkdirSync(join(folder, 'sub'));
    expect(run(folder, 'check', '--fix').status).toBe(0);
    expect(readdirSync(folder).sort()).toEqual([...kept, 'main.tf', 'sub'].sort());
  });
});
