import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import { BINARY, folderWith, RIGHT, removeFolders, run, runWith, WRONG } from './support.ts';

const COLUMN = WRONG.split('\n')[2]?.indexOf('"sinceImagePushed"') ?? -1;

afterEach(removeFolders);

describe('check', () => {
  it('prints each problem with its line and carets, and a summary', () => {
    const { status, stdout } = run(folderWith({ 'main.tf': WRONG }), 'check');
    expect(status).toBe(1);
    expect(stdout).toContain(`main.tf:3:${COLUMN + 1} error rule-count-unit-missing`);
    expect(stdout).toContain('^^^^^^^^^^^^^^^^^^');
    expect(stdout).toMatch(/1 error, 0 warnings in 1 file \(0 repositories, 1 lifecycle policy\)\n$/);
  });

  it('prints JSON by its contract', () => {
    const { status, stdout } = run(
      folderWith({ 'main.tf': WRONG, 'sub/right.tf': RIGHT }),
      'check',
      '--format',
      'json',
    );
    expect(status).toBe(1);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      version: 1,
      problems: [
        {
          file: 'main.tf',
          range: {
            start: { line: 2, character: COLUMN },
            end: { line: 2, character: COLUMN + '"sinceImagePushed"'.length },
          },
          severity: 'error',
          rule: 'rule-count-unit-missing',
          fixable: true,
          related: [],
        },
      ],
      summary: { files: 2, repositories: 0, policies: 2, accessPolicies: 0, error: 1, warning: 0, info: 0, hint: 0 },
    });
  });

  it('is silent and ends with 0 on right code', () => {
    expect(run(folderWith({ 'main.tf': RIGHT }), 'check')).toMatchObject({ status: 0, stderr: '' });
  });

  it('leaves out .terraform and what git ignores', () => {
    const folder = folderWith({
      '.git/HEAD': '',
      '.gitignore': 'generated/\n',
      '.terraform/modules/m/main.tf': WRONG,
      'generated/main.tf': WRONG,
      'main.tf': RIGHT,
    });
    expect(run(folder, 'check', '--format', 'json').stdout).toContain('"files": 1');
  });

  it('changes severities and thresholds by flags', () => {
    const folder = folderWith({ 'main.tf': WRONG });
    expect(run(folder, 'check', '--rule', 'rule-count-unit-missing=off').status).toBe(0);
    const warned = run(folder, 'check', '--rule', 'rule-count-unit-missing=warning');
    expect(warned).toMatchObject({ status: 0, stdout: expect.stringContaining('warning rule-count-unit-missing') });
    expect(run(folder, 'check', '--rule', 'rule-count-unit-missing=warning', '--max-warnings', '0')).toMatchObject({
      status: 1,
      stderr: 'terraform-ecr: there is 1 warning, more than --max-warnings 0\n',
    });
    expect(run(folder, 'check', '--rule', 'rule-count-unit-missing=warning', '--max-warnings', '1').status).toBe(0);
  });

  it('hides what is milder than asked for, and still counts the warnings', () => {
    const folder = folderWith({ 'main.tf': WRONG });
    const words = ['check', '--rule', 'rule-count-unit-missing=warning', '--min-severity', 'error'];
    expect(run(folder, ...words)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^0 errors, 0 warnings/) });
    expect(run(folder, ...words, '--max-warnings', '0').status).toBe(1);
    expect(run(folder, ...words, '--rule', 'rule-count-unit-missing=off', '--max-warnings', '0').status).toBe(0);
    const mild = run(folder, 'check', '--rule', 'rule-count-unit-missing=hint', '--min-severity', 'hint');
    expect(mild).toMatchObject({ status: 0, stdout: expect.stringContaining(' hint rule-count-unit-missing') });
  });

  it('names what cannot be read, checks the rest, and ends with 2', () => {
    const folder = folderWith({ 'main.tf': WRONG, 'binary.tf': Buffer.from([0, 1, 2]), 'notes.txt': '' });
    const { status, stdout, stderr } = run(folder, 'check', 'main.tf', 'binary.tf', 'notes.txt', 'gone');
    expect(status).toBe(2);
    expect(stdout).toContain('rule-count-unit-missing');
    expect(stderr.trimEnd().split('\n')).toEqual([
      'terraform-ecr: notes.txt cannot be checked: its name does not end in .tf, .tofu or .json',
      'terraform-ecr: gone cannot be read: there is no such file or folder',
      'terraform-ecr: binary.tf cannot be read: it is a binary file',
    ]);
  });

  it.each([
    [['check', '--format', 'xml'], /--format takes text, json, sarif, github, junit, gitlab, checkstyle, not 'xml'/],
    [
      ['check', '--rule', 'rule-priority-duplicat=off'],
      /there is no rule 'rule-priority-duplicat'; did you mean 'rule-priority-duplicate'/,
    ],
    [['check', '--rule', 'rule-priority-duplicate=loud'], /takes error, warning, info, hint, off, not 'loud'/],
    [['check', '--rule', 'rule-priority-duplicate'], /--rule takes ID=SEVERITY, .* not 'rule-priority-duplicate'/],
    [['check', '--rule', 'syntax=off=error'], /--rule takes ID=SEVERITY/],
    [['check', '--min-severity', 'fatal'], /--min-severity takes error, warning, info, hint, not 'fatal'/],
    [['check', '--max-warnings', 'few'], /--max-warnings takes a whole number of 0 or more, not 'few'/],
    [['check', '--max-warnings=-1'], /--max-warnings takes a whole number of 0 or more, not '-1'/],
    [['check', '--max-warnings'], /--max-warnings/],
    [['check', '--stdin-file-path', 'notes.txt'], /takes a path that ends in .tf, .tofu or .json, not 'notes.txt'/],
    [['check', '--stdin-file-path', 'main.tf', 'infra'], /'infra' cannot be added/],
    [['check', '--fix', '--stdin-file-path', 'main.tf'], /--fix writes files/],
    [['check', '--nonsense'], /nonsense/],
    [['chekc'], /there is no command 'chekc'/],
  ])('refuses %j in one line', (words, message) => {
    const { status, stderr } = run(folderWith({}), ...words);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('sees a single file with its module around it', () => {
    const local = 'locals {\n  keep = { tagStatus = "any", countType = "sinceImagePushed", countNumber = 3 }\n}\n';
    const policy = WRONG.replace(/\{ tagStatus[^}]*\}/, 'local.keep');
    const folder = folderWith({ 'locals.tf': local, 'main.tf': policy });
    expect(run(folder, 'check', 'locals.tf').status).toBe(1);
    expect(run(folder, 'check', 'main.tf').status).toBe(0);
  });
});

describe('texts that modules read', () => {
  const main = (path: string) =>
    `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "orders"\n  policy     = file("\${path.module}/${path}")\n}\n`;

  it('are told once, however many modules read them', () => {
    const folder = folderWith({
      'a/main.tf': main('../policy.json'),
      'b/main.tf': main('../policy.json'),
      'policy.json': '{ "rules": [], }',
    });
    const { stdout } = run(folder, 'check', '--format', 'json', '--min-severity', 'error');
    const problems: { file: string; rule: string }[] = JSON.parse(stdout).problems;
    expect(problems.filter(({ rule }) => rule === 'policy-json-syntax').map(({ file }) => file)).toEqual([
      'policy.json',
    ]);
  });

  it('are written by --fix when their folder was asked for', () => {
    const folder = folderWith({ 'main.tf': main('policy.json'), 'policy.json': '{ "rules": [], }' });
    run(folder, 'check', '--fix');
    expect(readFileSync(join(folder, 'policy.json'), 'utf8')).toBe('{ "rules": [] }');
  });
});

describe('check --stdin-file-path', () => {
  it('reads standard input in the place of the file, and the rest of its directory from disk', () => {
    const local = 'locals {\n  keep = { tagStatus = "any", countType = "sinceImagePushed", countNumber = 3 }\n}\n';
    const policy = WRONG.replace(/\{ tagStatus[^}]*\}/, 'local.keep');
    const folder = folderWith({ 'infra/main.tf': policy, 'infra/locals.tf': '' });
    const { status, stdout } = runWith(folder, { input: local }, 'check', '--stdin-file-path', 'infra/locals.tf');
    expect(status).toBe(1);
    expect(stdout).toContain('infra/locals.tf:2:43 error rule-count-unit-missing');
    expect(stdout).toContain('in 1 file (');
    expect(runWith(folder, { input: '' }, 'check', '--stdin-file-path', 'infra/locals.tf').status).toBe(0);
  });

  it('needs no file on disk', () => {
    const { status, stdout } = runWith(folderWith({}), { input: WRONG }, 'check', '--stdin-file-path', 'new/main.tf');
    expect(status).toBe(1);
    expect(stdout).toContain('new/main.tf:3:');
  });

  it('refuses a binary text', () => {
    const { status, stderr } = runWith(
      folderWith({}),
      { input: Buffer.from([0, 1]) },
      'check',
      '--stdin-file-path',
      'main.tf',
    );
    expect(status).toBe(2);
    expect(stderr).toBe('terraform-ecr: standard input cannot be read as main.tf: it is a binary file\n');
  });
});

describe('other commands', () => {
  it('rules lists every rule, and prints the page of one', () => {
    const folder = folderWith({});
    expect(run(folder, 'rules').stdout).toMatch(/rule-count-unit-missing +error/);
    expect(run(folder, 'rules', 'rule-count-unit-missing').stdout).toMatch(/^# /);
    expect(run(folder, 'rules', 'rule-nothing').status).toBe(2);
  });

  it('answers --version and --help', () => {
    const folder = folderWith({});
    expect(run(folder, '--version').stdout.trim()).toBe(version);
    expect(run(folder, 'check', '--help').stdout).toContain('--min-severity');
  });

  it('runs as one executable file without anything beside it', () => {
    const folder = folderWith({});
    const copy = join(folder, 'terraform-ecr');
    spawnSync('cp', [BINARY, copy]);
    chmodSync(copy, 0o755);
    expect(spawnSync(copy, ['--version'], { encoding: 'utf8' }).stdout.trim()).toBe(version);
  });
});
