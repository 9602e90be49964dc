import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { folderWith, RIGHT, removeFolders, run, runWith, WRONG } from './support.ts';

afterEach(removeFolders);

const BARE = 'resource "aws_ecr_repository" "a" {\n  name = "other"\n}\n';

const rulesIn = (stdout: string): string[] => JSON.parse(stdout).problems.map(({ rule }: { rule: string }) => rule);

describe('check --diff', () => {
  it('prints a patch that git applies, changes nothing, and ends with 1', () => {
    const folder = folderWith({ '.git/HEAD': '', 'infra/main.tf': WRONG, 'infra/right.tf': BARE });
    const { status, stdout } = run(folder, 'check', '--diff');
    expect(status).toBe(1);
    expect(readFileSync(join(folder, 'infra/main.tf'), 'utf8')).toBe(WRONG);
    const applied = spawnSync('git', ['apply', '--unsafe-paths', '-'], {
      cwd: folder,
      input: stdout,
      encoding: 'utf8',
    });
    expect(applied.stderr).toBe('');
    expect(readFileSync(join(folder, 'infra/main.tf'), 'utf8')).toBe(RIGHT);
  });

  it.each([
    ['right code', { 'main.tf': RIGHT }],
    ['an error that no fix mends alone', { 'main.tf': RIGHT.replace('"any"', '"some"') }],
  ])('ends with 0 on %s', (_, files) => {
    expect(run(folderWith(files), 'check', '--diff')).toMatchObject({ status: 0, stdout: '' });
  });

  it('keeps the ends of lines', () => {
    const text = WRONG.replaceAll('\n', '\r\n');
    const lines = run(folderWith({ 'main.tf': text }), 'check', '--diff').stdout.split('\n');
    expect(lines.filter((line) => /^[-+] /.test(line)).every((line) => line.endsWith('\r'))).toBe(true);
  });

  it('ends with 2 when something cannot be read', () => {
    expect(run(folderWith({ 'main.tf': WRONG }), 'check', '--diff', 'main.tf', 'gone.tf').status).toBe(2);
  });

  it('lets nothing in the text steer a build server or a terminal', () => {
    const text = `/*\n  ::set-output name=x::y\n  \u001b[2J */\n${WRONG}`;
    const { stdout } = run(folderWith({ 'main.tf': text }), 'check', '--diff');
    expect(stdout).toContain('countUnit');
    expect(stdout).not.toMatch(/^\s*::/m);
    expect(stdout).not.toContain('\u001b');
  });
});

describe('check --statistics', () => {
  it('counts each rule, as text and as JSON', () => {
    const folder = folderWith({ 'a.tf': WRONG, 'b.tf': WRONG.replace('"p"', '"q"').replace('"app"', '"web"') });
    const { status, stdout } = run(folder, 'check', '--statistics');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^2 {2}error {2}rule-count-unit-missing {2}\[\*\] 2 fixable\n/);
    expect(stdout).not.toContain('^^^');
    expect(stdout).toMatch(/\n2 errors, 0 warnings in 2 files/);
    const json = JSON.parse(run(folder, 'check', '--statistics', '--format', 'json').stdout);
    expect(json.statistics).toEqual([{ rule: 'rule-count-unit-missing', severity: 'error', count: 2, fixable: 2 }]);
    expect(json.summary.error).toBe(2);
  });
});

describe('check --quiet', () => {
  it('prints problems and nothing else', () => {
    const { status, stdout, stderr } = run(folderWith({ 'main.tf': WRONG }), 'check', '--quiet');
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('rule-count-unit-missing');
    expect(stdout).not.toContain('1 error,');
  });

  it('prints nothing at all on right code, in the format for GitHub as well', () => {
    const folder = folderWith({ 'main.tf': RIGHT });
    expect(run(folder, 'check', '--quiet')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(run(folder, 'check', '--quiet', '--format', 'github')).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('still says what cannot be read', () => {
    expect(run(folderWith({ 'main.tf': RIGHT }), 'check', '--quiet', 'gone.tf')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('gone.tf'),
    });
  });
});

describe('check --config', () => {
  const off = JSON.stringify({ rules: { 'rule-count-unit-missing': 'off' }, exclude: ['legacy/'] });

  it('holds in place of the settings of folders, with patterns from the working directory', () => {
    const folder = folderWith({
      'ci/settings.json': off,
      'infra/.terraform-ecr.json': '{ "rules": { "repository-scan-on-push": "error" } }',
      'infra/main.tf': WRONG + BARE,
      'legacy/main.tf': WRONG,
    });
    expect(run(folder, 'check').status).toBe(1);
    const { status, stdout } = run(folder, 'check', '--config', 'ci/settings.json', '--format', 'json');
    expect({ status, rules: rulesIn(stdout) }).toEqual({ status: 0, rules: [] });
    expect(JSON.parse(stdout).summary.files).toBe(1);
  });

  it.each([
    ['gone.json', /gone\.json cannot be read: there is no such file/],
    ['text.json', /text\.json cannot be read: it is not JSON settings/],
    ['list.json', /list\.json cannot be read: it is not JSON settings/],
  ])('refuses %s', (name, message) => {
    const folder = folderWith({ 'text.json': 'rules', 'list.json': '[]', 'main.tf': RIGHT });
    const { status, stderr, stdout } = run(folder, 'check', '--config', name);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it('is checked itself', () => {
    const folder = folderWith({ 'ci.json': '{ "rule": {} }', 'main.tf': RIGHT });
    expect(run(folder, 'check', '--config', 'ci.json').stdout).toContain('ci.json:1:3 warning settings-invalid');
  });
});

describe('"extends": "strict"', () => {
  it('makes warnings of good practice, and what is written counts more', () => {
    const files = { 'main.tf': BARE, '.terraform-ecr.json': '{ "extends": "strict" }' };
    const { status, stdout } = run(folderWith(files), 'check', '--format', 'json');
    expect(status).toBe(0);
    const rules = rulesIn(stdout);
    expect(rules).toEqual(
      expect.arrayContaining(['repository-mutable-tags', 'repository-scan-on-push', 'repository-no-lifecycle-policy']),
    );
    expect(JSON.parse(stdout).summary.warning).toBe(rules.length);
    const softer = '{ "rules": { "repository-mutable-tags": "hint" }, "extends": "strict" }';
    const text = run(folderWith({ ...files, '.terraform-ecr.json': softer }), 'check', '--format', 'json').stdout;
    expect(rulesIn(text)).not.toContain('repository-mutable-tags');
    expect(rulesIn(text)).toContain('repository-scan-on-push');
    expect(run(folderWith(files), 'check', '--max-warnings', '0').status).toBe(1);
    expect(run(folderWith(files), 'check', '--rule', 'repository-mutable-tags=off').stdout).not.toContain(
      'mutable-tags',
    );
  });

  it('is told where it names no set', () => {
    const { stdout } = run(folderWith({ 'main.tf': BARE, '.terraform-ecr.json': '{ "extends": "strikt" }' }), 'check');
    expect(stdout).toContain('extends takes "strict". Did you mean "strict"?');
  });
});

describe('check --color', () => {
  const files = { 'main.tf': WRONG };
  const isColoured = (text: string) => text.includes('\u001b[31m');

  it.each([
    [['--color', 'always'], {}, true],
    [['--color=always'], { NO_COLOR: '1' }, true],
    [['--color', 'never'], { FORCE_COLOR: '1' }, false],
    [['--color', 'auto'], {}, false],
    [['--color', 'auto'], { FORCE_COLOR: '1' }, true],
    [[], { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    [[], { FORCE_COLOR: '0' }, false],
    [[], {}, false],
  ])('%j with %j', (words, env, expected) => {
    const clean = { NO_COLOR: '', FORCE_COLOR: '', ...env };
    expect(isColoured(runWith(folderWith(files), { env: clean }, 'check', ...words).stdout)).toBe(expected);
  });

  it('colours help, before and behind the command', () => {
    const folder = folderWith({});
    expect(run(folder, '--color', 'always', '--help').stdout).toContain('\u001b[1mCommands:');
    expect(run(folder, 'check', '--help', '--color=always').stdout).toContain('\u001b[36m--fix\u001b[0m');
    expect(run(folder, '--help').stdout).not.toContain('\u001b');
  });

  it.each([[['--color', 'sometimes']], [['--color=']], [['--color']]])('refuses %j', (words) => {
    expect(run(folderWith(files), 'check', ...words)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--color takes auto, always, never'),
    });
  });
});

describe('what a run does not show', () => {
  it('is counted: fixable problems, milder ones, those of a baseline', () => {
    const folder = folderWith({ 'main.tf': WRONG + BARE });
    const { stdout } = run(folder, 'check');
    expect(stdout).toContain('error rule-count-unit-missing [*]\n');
    expect(stdout).toContain('\n[*] 1 problem is fixable with --fix.\n');
    expect(stdout).toMatch(/\nNot shown: 1 info, \d hints \(--min-severity hint\)\.\n$/);
    run(folder, 'check', '--write-baseline', 'known.json');
    const known = run(folder, 'check', '--baseline', 'known.json').stdout;
    expect(known).toContain('1 problem of the baseline left out.\n');
    expect(known).not.toContain('fixable');
  });

  it('names the command that explains a rule', () => {
    const folder = folderWith({ 'main.tf': WRONG });
    const command = 'terraform-ecr rules rule-count-unit-missing';
    expect(run(folder, 'check').stdout).toContain(`A rule is explained by ${command}\n`);
    expect(JSON.parse(run(folder, 'check', '--format', 'json').stdout).problems[0].url).toBe(command);
  });
});

describe('options that make each other meaningless', () => {
  it.each([
    [['--diff', '--fix'], /leave out --fix/],
    [['--diff', '--statistics'], /leave out --statistics/],
    [['--diff', '--format', 'json'], /leave out --format json/],
    [['--diff', '--baseline', 'b.json'], /leave out --baseline/],
    [['--diff', '--stdin-file-path', 'main.tf'], /leave out --stdin-file-path/],
    [['--statistics', '--format', 'sarif'], /--statistics prints text or json, not 'sarif'/],
    [['--files-from', '-', 'main.tf'], /leave out 'main.tf'/],
    [['--files-from', '-', '--stdin-file-path', 'main.tf'], /leave out --files-from/],
  ])('refuses %j', (words, message) => {
    const { status, stderr, stdout } = run(folderWith({ 'main.tf': WRONG }), 'check', ...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});
