import { afterEach, describe, expect, it } from 'vitest';
import { folderWith, RIGHT, removeFolders, run, runWith, WRONG } from './support.ts';

afterEach(removeFolders);

const POLICY = JSON.stringify({
  rules: [
    {
      rulePriority: 1,
      selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 0 },
      action: { type: 'expire' },
    },
  ],
});

const placesIn = (stdout: string): string[] =>
  JSON.parse(stdout).problems.map(({ file, rule }: { file: string; rule: string }) => `${file} ${rule}`);

const listed = (files: Readonly<Record<string, string>>, list: string) =>
  runWith(folderWith(files), { input: list }, 'check', '--format', 'json', '--files-from', '-');

describe('check --files-from', () => {
  it('checks the listed files alone, each with its module around it', () => {
    const local = 'locals {\n  keep = { tagStatus = "any", countType = "sinceImagePushed", countNumber = 3 }\n}\n';
    const files = {
      'a/locals.tf': local,
      'a/main.tf': WRONG.replace(/\{ tagStatus[^}]*\}/, 'local.keep'),
      'b/main.tf': WRONG,
      'c/main.tf': WRONG,
    };
    const { status, stdout } = listed(files, 'a/locals.tf\nb/main.tf\n');
    expect(status).toBe(1);
    expect(placesIn(stdout)).toEqual(['a/locals.tf rule-count-unit-missing', 'b/main.tf rule-count-unit-missing']);
    expect(JSON.parse(stdout).summary.files).toBe(2);
  });

  it.each([
    ['a file of the list', 'list.txt'],
    ['standard input', '-'],
  ])('reads %s', (_, from) => {
    const folder = folderWith({ 'main.tf': WRONG, 'other.tf': WRONG, 'list.txt': 'main.tf' });
    const { stdout } = runWith(folder, { input: 'main.tf' }, 'check', '--format', 'json', '--files-from', from);
    expect(placesIn(stdout)).toEqual(['main.tf rule-count-unit-missing']);
  });

  it.each([
    ['lines that end in CRLF', 'a/main.tf\r\nb.tf\r\n'],
    ['NULs between names', 'a/main.tf\0b.tf\0'],
    ['names that git quotes', '"a/main.tf"\nb.tf'],
    ['blank lines and the same name twice', '\na/main.tf\n\nb.tf\na/main.tf\n'],
  ])('takes %s', (_, list) => {
    const { stdout } = listed({ 'a/main.tf': WRONG, 'b.tf': RIGHT }, list);
    expect(placesIn(stdout)).toEqual(['a/main.tf rule-count-unit-missing']);
  });

  it('takes bytes that git quotes, spaces and other letters', () => {
    const { stdout } = listed({ 'grün/ein "ort".tf': WRONG }, '"gr\\303\\274n/ein \\"ort\\".tf"\n');
    expect(placesIn(stdout)).toEqual(['grün/ein "ort".tf rule-count-unit-missing']);
  });

  it('passes over other kinds of files, and says so where nothing is left', () => {
    const files = { 'README.md': '# x', 'package.json': '{ "name": "x" }', 'main.tf': WRONG };
    const { status, stdout, stderr } = listed(files, 'README.md\npackage.json\n');
    expect({ status, found: placesIn(stdout) }).toEqual({ status: 0, found: [] });
    expect(stderr).toContain('no file of the list is one that is checked');
  });

  it('checks a policy file of the list', () => {
    const { status, stdout } = listed(
      { 'policy.json': POLICY, 'package.json': '{ "name": "x" }' },
      'policy.json\npackage.json',
    );
    expect({ status, found: placesIn(stdout) }).toEqual({ status: 1, found: ['policy.json policy-number-range'] });
  });

  it.each([
    ['a list that is not there', ['--files-from', 'gone.txt'], /gone\.txt cannot be read: there is no such file/],
    ['a listed file that is not there', ['--files-from', '-'], /gone\.tf cannot be read: there is no such file/],
  ])('ends with 2 on %s', (_, words, message) => {
    const { status, stderr } = runWith(
      folderWith({ 'main.tf': RIGHT }),
      { input: 'main.tf\ngone.tf\n' },
      'check',
      ...words,
    );
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });
});

it('an unread list leaves nothing on standard output', () => {
  expect(run(folderWith({}), 'check', '--files-from', 'gone.txt').stdout).toBe('');
});
