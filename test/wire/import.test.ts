import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { BINARY, folderWith, removeFolders, run, runWith } from './support.ts';

afterEach(removeFolders);

const REPOSITORIES = JSON.stringify({
  repositories: [
    {
      repositoryArn: 'arn:aws:ecr:eu-west-1:123456789012:repository/team/api',
      registryId: '123456789012',
      repositoryName: 'team/api',
      imageTagMutability: 'IMMUTABLE',
      imageScanningConfiguration: { scanOnPush: true },
    },
  ],
});
const POLICY = JSON.stringify({
  registryId: '123456789012',
  repositoryName: 'team/api',
  lifecyclePolicyText:
    '{"rules":[{"rulePriority":1,"selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":5},"action":{"type":"expire"}}]}',
});
const FILES = {
  'repositories.json': REPOSITORIES,
  'policies/team__api.json': POLICY,
  'tags/team__api.json': '{"tags":[{"Key":"team","Value":"api"}]}',
};

/** A stand-in for the AWS CLI: one repository with a lifecycle policy and tags, and nothing else. */
const AWS = `#!/bin/sh
case "$2" in
  describe-repositories)
    case "$*" in
      *--query*) printf 'team/api\\tarn:aws:ecr:eu-west-1:123456789012:repository/team/api\\n' ;;
      *) cat "$ANSWERS/repositories.json" ;;
    esac ;;
  get-lifecycle-policy) cat "$ANSWERS/policies/team__api.json" ;;
  list-tags-for-resource) cat "$ANSWERS/tags/team__api.json" ;;
  describe-pull-through-cache-rules) echo '{"pullThroughCacheRules":[]}' ;;
  describe-repository-creation-templates) echo '{"registryId":"123456789012","repositoryCreationTemplates":[]}' ;;
  describe-registry) echo '{"registryId":"123456789012","replicationConfiguration":{"rules":[]}}' ;;
  get-registry-scanning-configuration)
    echo '{"registryId":"123456789012","scanningConfiguration":{"scanType":"BASIC","rules":[]}}' ;;
  *) echo "An error occurred (RepositoryPolicyNotFoundException)" >&2; exit 254 ;;
esac
`;

describe('import', () => {
  it('prints code for files, several files of one option, and folders', () => {
    const folder = folderWith(FILES);
    const one = run(
      folder,
      'import',
      '--repositories',
      'repositories.json',
      '--policies',
      'policies/team__api.json',
      '--tags',
      'tags',
    );
    expect(one.status).toBe(0);
    expect(one.stderr).toBe('');
    expect(one.stdout).toContain('resource "aws_ecr_lifecycle_policy" "team_api" {');
    expect(one.stdout).toContain('    team = "api"');
    const other = run(folder, 'import', '--tags=tags', '--policies', 'policies', '--repositories', 'repositories.json');
    expect(other.stdout).toBe(one.stdout);
    const { stdout } = runWith(
      folder,
      { input: REPOSITORIES },
      'import',
      '--repositories',
      '-',
      '--tags',
      'tags',
      '--policies',
      'policies',
    );
    expect(stdout).toBe(one.stdout);
  });

  it('reads what PowerShell writes', () => {
    const bytes = Buffer.from(`\uFEFF${REPOSITORIES}`, 'utf16le');
    const folder = folderWith({ 'r.json': bytes });
    expect(run(folder, 'import', '--repositories', 'r.json').stdout).toContain('id = "team/api"');
  });

  it('checks clean', () => {
    const folder = folderWith(FILES);
    const { stdout } = run(
      folder,
      'import',
      '--repositories',
      'repositories.json',
      '--policies',
      'policies',
      '--tags',
      'tags',
    );
    const written = folderWith({ 'imports.tf': stdout });
    expect(run(written, 'check', '.').status).toBe(0);
  });

  it('tells of an incomplete list and still prints', () => {
    const folder = folderWith({ 'r.json': REPOSITORIES.replace(/}$/, ',"nextToken":"x"}') });
    const { status, stdout, stderr } = run(folder, 'import', '--repositories', 'r.json');
    expect(status).toBe(0);
    expect(stdout).toContain('id = "team/api"');
    expect(stderr).toContain('r.json is one page of several (it has a nextToken)');
  });

  it.each<[string, readonly string[], RegExp]>([
    ['no repositories', [], /import needs --repositories FILE/],
    ['a missing file', ['--repositories', 'none.json'], /none.json cannot be read: /],
    ['an empty file', ['--repositories', 'empty.json'], /empty.json is empty/],
    ['YAML', ['--repositories', 'r.yaml'], /r.yaml is YAML; run the command with --output json/],
    [
      'another output',
      ['--repositories', 'repositories.json', '--registry', 'repositories.json'],
      /is not output about the registry/,
    ],
    [
      'a word without option',
      ['x.json'],
      /import takes files after an option such as --repositories, not 'x.json' alone/,
    ],
    ['standard input twice', ['--repositories', '-', '--policies', '-'], /standard input can be read once/],
    [
      'an unknown option',
      ['--repositories', 'repositories.json', '--everything'],
      /import has no option '--everything'/,
    ],
    ['an unknown shell', ['--script=fish'], /--script takes bash, powershell, not 'fish'/],
    ['a missing folder', ['--repositories', 'repositories.json', '--into', 'nowhere'], /nowhere/],
  ])('prints nothing and ends with 2 for %s', (_, words, message) => {
    const folder = folderWith({ ...FILES, 'empty.json': '', 'r.yaml': 'repositories:\n- repositoryName: a\n' });
    const { status, stdout, stderr } = run(folder, 'import', ...words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  it('writes one new file into a folder, beside what the code declares', () => {
    const folder = folderWith({
      ...FILES,
      'infra/main.tf': 'resource "aws_ecr_repository" "app" {\n  name = "team/api"\n}\n',
    });
    const words = ['import', '--repositories', 'repositories.json', '--policies', 'policies', '--into', 'infra'];
    const first = run(folder, ...words);
    expect([first.status, first.stdout.trim()]).toEqual([0, join('infra', 'imports.tf')]);
    const code = readFileSync(join(folder, 'infra/imports.tf'), 'utf8');
    expect(code).toContain('repository = aws_ecr_repository.app.name');
    expect(code).not.toContain('resource "aws_ecr_repository"');
    const second = run(folder, ...words);
    expect([second.status, second.stdout]).toEqual([2, '']);
    expect(second.stderr).toContain('imports.tf already exists; import does not overwrite files');
    expect(readFileSync(join(folder, 'infra/imports.tf'), 'utf8')).toBe(code);
  });

  it('writes no file when the input is refused', () => {
    const folder = folderWith({ 'r.json': '', 'infra/main.tf': '' });
    expect(run(folder, 'import', '--repositories', 'r.json', '--into', 'infra').status).toBe(2);
    expect(existsSync(join(folder, 'infra/imports.tf'))).toBe(false);
  });

  it('gathers, with the commands that it prints, what it reads', () => {
    const answers = folderWith(FILES);
    const folder = folderWith(
      {
        'bin/aws': AWS,
        'bin/terraform-ecr': `#!/bin/sh\nexec "${process.execPath}" "${BINARY}" "$@"\n`,
        'gather.sh': run(answers, 'import', '--script=bash').stdout,
      },
      'gather-',
    );
    for (const program of ['aws', 'terraform-ecr']) chmodSync(join(folder, 'bin', program), 0o755);
    const env = { ...process.env, ANSWERS: answers, PATH: `${join(folder, 'bin')}:${process.env['PATH']}` };
    const { status, stderr } = spawnSync('bash', ['gather.sh'], { cwd: folder, encoding: 'utf8', env });
    expect([status, stderr]).toEqual([0, '']);
    const code = readFileSync(join(folder, 'imports.tf'), 'utf8');
    expect(code.match(/^resource .*$/gm)).toEqual([
      'resource "aws_ecr_repository" "team_api" {',
      'resource "aws_ecr_lifecycle_policy" "team_api" {',
    ]);
    expect(code).toContain('team = "api"');
  });

  it('prints the commands that gather the files', () => {
    const folder = folderWith({});
    const both = run(folder, 'import', '--script').stdout;
    const bash = run(folder, 'import', '--script=bash').stdout;
    expect(both).toContain(bash.trim());
    expect(both).toContain('# PowerShell');
    expect(bash).not.toContain('PowerShell');
  });
});
