import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { folderWith, RIGHT, removeFolders, run, WRONG } from './support.ts';

afterEach(removeFolders);

const LINES = `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      selection = {
        tagStatus   = "any"
        countType   = "sinceImagePushed"
        countNumber = 3
      }
      action = { type = "expire" }
    }]
  })
}
`;

function knownFolder(text = LINES): string {
  const folder = folderWith({ 'infra/main.tf': text });
  const { status, stderr } = run(folder, 'check', '--write-baseline', 'known.json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: 'terraform-ecr: wrote 1 problem to known.json\n' });
  return folder;
}

const change = (folder: string, text: string) => writeFileSync(join(folder, 'infra/main.tf'), text);

describe('baselines', () => {
  it('are sorted JSON without line numbers', () => {
    const folder = knownFolder();
    expect(readFileSync(join(folder, 'known.json'), 'utf8')).toBe(`{
  "version": 1,
  "problems": [
    {
      "file": "infra/main.tf",
      "rule": "rule-count-unit-missing",
      "text": "countType = \\"sinceImagePushed\\"",
      "count": 1
    }
  ]
}
`);
  });

  it('leave known problems out, also when lines have shifted or been realigned', () => {
    const folder = knownFolder();
    const clean = { status: 0, stderr: '', stdout: expect.stringMatching(/^0 errors/) };
    expect(run(folder, 'check', '--baseline', 'known.json')).toMatchObject(clean);
    change(folder, `# a line\n\n${LINES.replace('countType   =', '  countType =')}`);
    expect(run(folder, 'check', '--baseline', 'known.json')).toMatchObject(clean);
    change(folder, LINES.replaceAll('\n', '\r\n'));
    expect(run(folder, 'check', '--baseline', 'known.json')).toMatchObject(clean);
    expect(run(join(folder, 'infra'), 'check', '--baseline', '../known.json')).toMatchObject(clean);
  });

  it('let a further problem of the same kind through', () => {
    const folder = knownFolder();
    change(
      folder,
      LINES + LINES.replace('"p" {', '"q" {').replace(/repository( *)= "[^"]*"/, 'repository$1= "other/app"'),
    );
    const { status, stdout } = run(folder, 'check', '--baseline', 'known.json');
    expect(status).toBe(1);
    expect(stdout).toMatch(/1 error, 0 warnings/);
  });

  it('tell what is gone', () => {
    const folder = knownFolder();
    change(folder, RIGHT);
    const gone =
      'terraform-ecr: known.json lists rule-count-unit-missing in infra/main.tf, which is gone: countType = "sinceImagePushed"\n';
    expect(run(folder, 'check', '--baseline', 'known.json')).toMatchObject({ status: 0, stderr: gone });
    rmSync(join(folder, 'infra/main.tf'));
    expect(run(folder, 'check', '--allow-empty', '--baseline', 'known.json')).toMatchObject({
      status: 0,
      stderr: gone,
    });
  });

  it('say nothing of files that were not checked', () => {
    const folder = knownFolder();
    writeFileSync(join(folder, 'other.tf'), '');
    expect(run(folder, 'check', '--baseline', 'known.json', 'other.tf')).toMatchObject({ status: 0, stderr: '' });
  });

  it('keep milder problems apart from what is printed', () => {
    const folder = knownFolder();
    const hinted = ['check', '--baseline', 'known.json', '--rule', 'rule-count-unit-missing=hint'];
    expect(run(folder, ...hinted)).toMatchObject({ status: 0, stderr: '' });
    const words = ['check', '--write-baseline', 'none.json', '--rule', 'rule-count-unit-missing=hint'];
    expect(run(folder, ...words).stderr).toBe('terraform-ecr: wrote 0 problems to none.json\n');
  });

  it('stay short for a minified policy and differ by what is cut', () => {
    const folder = knownFolder(WRONG);
    const { problems } = JSON.parse(readFileSync(join(folder, 'known.json'), 'utf8'));
    expect(problems[0].text.length).toBeLessThan(200);
    expect(run(folder, 'check', '--baseline', 'known.json').status).toBe(0);
    change(folder, WRONG.replace('"expire" }', '"expire" } /* changed */'));
    expect(run(folder, 'check', '--baseline', 'known.json').status).toBe(1);
  });

  it.each([
    ['gone.json', /gone\.json cannot be read: there is no such file or folder/],
    ['infra/main.tf', /infra\/main\.tf cannot be read: it is not JSON/],
    ['other.json', /other\.json cannot be read: it is not a baseline; --write-baseline other\.json writes one/],
  ])('are refused when they are none: %s', (path, message) => {
    const folder = folderWith({ 'infra/main.tf': RIGHT, 'other.json': '{ "version": 1, "problems": [{}] }' });
    const { status, stdout, stderr } = run(folder, 'check', '--baseline', path);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it('cannot be read and written at once, nor written where nothing can be', () => {
    const folder = folderWith({ 'main.tf': WRONG });
    expect(run(folder, 'check', '--baseline', 'a', '--write-baseline', 'b').stderr).toMatch(
      /cannot be combined with --baseline/,
    );
    expect(run(folder, 'check', '--write-baseline', 'gone/known.json')).toMatchObject({
      status: 2,
      stderr: 'terraform-ecr: gone/known.json cannot be written: there is no such file or folder\n',
    });
  });
});
