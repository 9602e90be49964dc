import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../server/src/command/table/commands.ts';
import { folderWith, removeFolders, run } from './support.ts';

afterEach(removeFolders);

describe('help', () => {
  let overview = '';

  beforeAll(() => {
    overview = run(folderWith({}), '--help').stdout;
  });

  it.each(COMMANDS.map(({ name }) => name))('%s describes each option, within a hundred columns', (name) => {
    const { status, stdout, stderr } = run(folderWith({}), name, '--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const { name: option, takes } of COMMANDS.find((command) => command.name === name)?.options ?? []) {
      expect(stdout).toContain(`--${option}${takes === null ? ' ' : ` ${takes}`}`);
    }
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
    expect(run(folderWith({}), 'help', name).stdout).toBe(stdout);
    expect(overview).toContain(`  ${name} `);
  });
});

describe('did you mean', () => {
  it.each([
    [['chek'], "there is no command 'chek'; did you mean 'check'?"],
    [['simulat', 'x.tf'], "there is no command 'simulat'; did you mean 'simulate'?"],
    [['nothing-like-it'], "there is no command 'nothing-like-it'; 'terraform-ecr --help' lists them"],
    [['--verson'], "there is no option '--verson'; 'terraform-ecr --help' lists them"],
    [['check', '--min-severty', 'hint'], "check has no option '--min-severty'; did you mean '--min-severity'?"],
    [['check', '--minSeverity=hint'], "check has no option '--minSeverity'; did you mean '--min-severity'?"],
    [['check', '--statistic'], "check has no option '--statistic'; did you mean '--statistics'?"],
    [['render', '--compakt', 'a.tf'], "render has no option '--compakt'; did you mean '--compact'?"],
    [['simulate', '--image', 'a', 'b'], "simulate has no option '--image'; did you mean '--images'?"],
    [['check', '--zzz'], "check has no option '--zzz'; 'terraform-ecr check --help' lists its options"],
    [['check', '--format', 'sarfi'], "not 'sarfi'; did you mean 'sarif'?"],
    [['completion', 'fihs'], "not 'fihs'; did you mean 'fish'?"],
  ])('%j', (words, message) => {
    const { status, stderr, stdout } = run(folderWith({}), ...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('init', () => {
  it('writes settings that change nothing, and never over a file', () => {
    const folder = folderWith({ 'main.tf': 'resource "aws_ecr_repository" "a" {\n  name = "app"\n}\n' });
    const before = run(folder, 'check', '--format', 'json', '--min-severity', 'hint').stdout;
    expect(run(folder, 'init')).toMatchObject({ status: 0, stdout: 'wrote .terraform-ecr.json\n', stderr: '' });
    const after = run(folder, 'check', '--format', 'json', '--min-severity', 'hint').stdout;
    expect(JSON.parse(after).problems).toEqual(JSON.parse(before).problems);
    writeFileSync(join(folder, '.terraform-ecr.json'), '{}');
    expect(run(folder, 'init')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('.terraform-ecr.json cannot be written: it already exists'),
    });
    expect(readFileSync(join(folder, '.terraform-ecr.json'), 'utf8')).toBe('{}');
  });

  it('shows examples that mean something once their comments are taken away', () => {
    const folder = folderWith({ 'main.tf': 'resource "aws_ecr_repository" "a" {\n  name = "app"\n}\n' });
    run(folder, 'init');
    const path = join(folder, '.terraform-ecr.json');
    const text = readFileSync(path, 'utf8');
    const uncommented = text.replaceAll(/^(\s*)\/\/ (?=["{])/gm, '$1');
    expect(uncommented.match(/^\s*["{]\w*/gm)?.length).toBeGreaterThan(6);
    writeFileSync(path, uncommented.replace('["infra/"]', '["*.tf"]'));
    const { stdout } = run(folder, 'check');
    expect(stdout).not.toContain('settings-invalid');
    expect(stdout).toContain('warning repository-scan-on-push');
  });
});

describe('completion bash', () => {
  let completion = '';
  beforeAll(() => {
    completion = run(folderWith({}), 'completion', 'bash').stdout;
  });

  const complete = (...words: string[]): string[] => {
    const script = `eval "$1"; COMP_WORDS=("\${@:2}"); COMP_CWORD=$(( $# - 2 )); _terraform_ecr; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout } = spawnSync('bash', ['-c', script, 'bash', completion, 'terraform-ecr', ...words], {
      encoding: 'utf8',
    });
    return stdout.split('\n').filter((word) => word !== '');
  };

  it.each([
    [['ch'], ['check']],
    [['check', '--min'], ['--min-severity']],
    [
      ['check', '--format', 'j'],
      ['json', 'junit'],
    ],
    [['check', '--min-severity', 'h'], ['hint']],
    [['check', '--rule', 'rule-count-unit-m'], ['rule-count-unit-missing']],
    [['rules', 'rule-any-n'], ['rule-any-not-last']],
    [['completion', 'z'], ['zsh']],
    [
      ['render', '--c'],
      ['--compact', '--color'],
    ],
    [['check', '--config', ''], []],
  ])('%j', (words, expected) => {
    expect(complete(...words)).toEqual(expected);
  });
});

describe('completion', () => {
  it.each(['bash', 'zsh', 'fish', 'powershell', 'PowerShell'])('%s knows every command and option', (shell) => {
    const { status, stdout } = run(folderWith({}), 'completion', shell);
    expect(status).toBe(0);
    for (const { name, options } of COMMANDS) {
      expect(stdout).toContain(name);
      for (const option of options) expect(stdout).toContain(option.name);
    }
  });

  it.each([[[]], [['tcsh']], [['bash', 'zsh']]])('refuses %j', (words) => {
    expect(run(folderWith({}), 'completion', ...words)).toMatchObject({ status: 2, stdout: '' });
  });
});
