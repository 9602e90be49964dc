import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { WireClient } from './client.ts';
import { folderWith, removeFolders, run, runWith } from './support.ts';

const clients: WireClient[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) await client.stop();
  removeFolders();
});

const policy = (expression: string, repository = '"app"') => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = ${repository}
  policy     = ${expression}
}
`;
const READ = policy('file("${path.module}/p.json")');
const RULE =
  '{ rulePriority = 0, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } }';
const WRONG_JSON =
  '{"rules":[{"rulePriority":0,"description":"SECRET","selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":5},"action":{"type":"expire"}}]}';
const REPOSITORY = 'resource "aws_ecr_repository" "app" {\n  name = "app"\n}\n';
const BAD_REPOSITORY = REPOSITORY.replace('}', '  image_tag_mutability = "SECRET"\n}');
const CALLED = `variable "p" { type = string }\n${policy('var.p')}`;
const CALL = `module "m" {
  source = "./m"
  p      = jsonencode({ rules = [${RULE}] })
}
`;

interface Links {
  readonly [path: string]: string;
}

/** A folder with links, whose targets are relative to the folder of the link. */
function linked(files: Readonly<Record<string, string>>, links: Links): string {
  const folder = folderWith(files);
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(folder, path));
  return folder;
}

/** Problems as `FILE RULE`, and unread files as `FILE BECAUSE`. */
function check(folder: string, ...words: string[]) {
  const { status, stdout, stderr } = runWith(folder, {}, 'check', '--format', 'json', ...words);
  const report = stdout === '' ? { problems: [], unread: [] } : JSON.parse(stdout);
  return {
    status,
    stderr,
    text: stdout,
    problems: report.problems.map(({ file, rule }: { file: string; rule: string }) => `${file} ${rule}`),
    unread: report.unread.map(({ file, because }: { file: string; because: string }) => `${file}: ${because}`),
  };
}

/** The server's report on the same files, one by one. */
async function serve(folder: string, files: readonly string[]): Promise<string[]> {
  const client = new WireClient();
  clients.push(client);
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;
  await client.initialize('all', [uriOf('')]);
  for (const file of files) client.open(uriOf(file), readFileSync(join(folder, file), 'utf8'));
  const problemsOf = async () => {
    const reports = files.map(async (file) => {
      const report = await client.request('textDocument/diagnostic', { textDocument: { uri: uriOf(file) } });
      return (report as { items: { code: string }[] }).items.map(({ code }) => `${file} ${code}`);
    });
    return (await Promise.all(reports)).flat();
  };
  // The first answer asks for what modules read, and a later one has it: when the answers have stayed alike for a while.
  let problems = await problemsOf();
  for (let alike = 0; alike < 5; ) {
    await new Promise((settle) => setTimeout(settle, 100));
    const next = await problemsOf();
    alike = String(next) === String(problems) ? alike + 1 : 0;
    problems = next;
  }
  return problems;
}

const INSIDE: readonly [string, Record<string, string>, Links, readonly string[]][] = [
  [
    'a file of the module',
    {
      'shared/r.tf': REPOSITORY,
      'env/main.tf': policy(`jsonencode({ rules = [${RULE}] })`, 'aws_ecr_repository.app.name'),
    },
    { 'env/r.tf': '../shared/r.tf' },
    ['env/main.tf policy-number-range'],
  ],
  [
    'a file with a problem, told where it is seen',
    { 'shared/r.tf': BAD_REPOSITORY, 'env/main.tf': '' },
    { 'env/r.tf': '../shared/r.tf' },
    ['env/r.tf repository-mutability-value', 'shared/r.tf repository-mutability-value'],
  ],
  [
    'a link to a link',
    { 'shared/r.tf': BAD_REPOSITORY, 'env/main.tf': '' },
    { 'shared/again': 'r.tf', 'env/r.tf': '../shared/again' },
    ['env/r.tf repository-mutability-value', 'shared/r.tf repository-mutability-value'],
  ],
  [
    'a folder of a module',
    { 'shared/main.tf': CALLED, 'env/main.tf': CALL },
    { 'env/m': '../shared' },
    ['env/main.tf policy-number-range'],
  ],
  [
    'a policy',
    { 'shared/p.json': WRONG_JSON, 'env/main.tf': READ },
    { 'env/p.json': '../shared/p.json' },
    ['env/p.json policy-number-range'],
  ],
  [
    'a folder of policies',
    { 'shared/p.json': WRONG_JSON, 'env/main.tf': READ.replace('p.json', 'l/p.json') },
    { 'env/l': '../shared' },
    ['env/l/p.json policy-number-range'],
  ],
  [
    'a template',
    {
      'shared/t': WRONG_JSON.replace('5', '${n}'),
      'env/main.tf': policy('templatefile("${path.module}/t", { n = 5 })'),
    },
    { 'env/t': '../shared/t' },
    ['env/t policy-number-range'],
  ],
  [
    'settings',
    { 's.json': '{ "rules": { "repository-mutability-value": "off" } }', 'env/main.tf': BAD_REPOSITORY },
    { 'env/.terraform-ecr.json': '../s.json' },
    [],
  ],
  [
    'a folder that leads round',
    { 'env/main.tf': BAD_REPOSITORY },
    { 'env/again': '.', 'env/up': '..', loop: 'loop' },
    ['env/main.tf repository-mutability-value'],
  ],
];

describe('links that stay inside are followed', () => {
  it.each(INSIDE)('%s', async (_, files, links, problems) => {
    const folder = linked(files, links);
    expect(check(folder)).toMatchObject({ problems, unread: [] });
    const named = [...Object.keys(files), ...Object.keys(links)].filter((path) => path.endsWith('.tf'));
    const expected = problems.filter((problem) => named.some((path) => problem.startsWith(`${path} `)));
    expect(
      (await serve(folder, named))
        .filter((one) => !/posture|hint|no-lifecycle|scan-on|mutable-tags|growth/.test(one))
        .sort(),
    ).toEqual(expected);
  });

  it('to a folder beside the checked one, in the same git work tree', () => {
    const folder = linked(
      { '.git/HEAD': '', 'shared/r.tf': BAD_REPOSITORY, 'env/main.tf': '' },
      { 'env/l': '../shared', 'env/l2': 'l' },
    );
    expect(check(folder, 'env').problems).toEqual(['env/l/r.tf repository-mutability-value']);
  });
});

const OUTSIDE: readonly [string, Record<string, string>, Links][] = [
  ['a policy', { 'main.tf': READ }, { 'p.json': '@/p.json' }],
  ['a policy in a linked folder', { 'main.tf': READ.replace('p.json', 'l/p.json') }, { l: '@' }],
  ['a policy by two links', { 'main.tf': READ }, { 'p.json': 'q', q: '@/p.json' }],
  ['a template', { 'main.tf': policy('templatefile("${path.module}/t.tftpl", { n = 5 })') }, { 't.tftpl': '@/p.json' }],
  ['a module', { 'main.tf': 'module "m" {\n  source = "./m"\n}\n' }, { m: '@' }],
  [
    'a file of a module',
    { 'main.tf': 'module "m" {\n  source = "./m"\n}\n', 'm/x.tf': '', '.gitignore': 'm\n', '.git/HEAD': '' },
    { 'm/r.tf': '@/r.tf' },
  ],
  ['a file of code', { 'main.tf': REPOSITORY }, { 'r.tf': '@/r.tf' }],
  ['a folder of code', { 'main.tf': REPOSITORY }, { l: '@' }],
  [
    'values of variables',
    {
      'main.tf':
        'variable "s" {\n  type = string\n}\n' +
        policy(
          'jsonencode({ rules = [{ rulePriority = 1, description = var.s, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } }] })',
        ),
    },
    { 'terraform.tfvars': '@/terraform.tfvars' },
  ],
  [
    'a lock file',
    {
      'main.tf':
        'terraform {\n  required_providers {\n    aws = { source = "hashicorp/aws" }\n  }\n}\n' +
        REPOSITORY.replace('}', '  force_delete = true\n}'),
    },
    { '.terraform.lock.hcl': '@/lock.hcl' },
  ],
];

describe('links that lead out are not followed', () => {
  const outside = () =>
    folderWith({
      'p.json': WRONG_JSON,
      'r.tf': BAD_REPOSITORY,
      'terraform.tfvars': 's = "SECRET"\n',
      'lock.hcl': 'provider "registry.terraform.io/hashicorp/aws" {\n  version = "2.0.0"\n}\n',
    });

  it.each(OUTSIDE)('%s', async (_, files, links) => {
    const out = outside();
    const folder = linked(
      files,
      Object.fromEntries(Object.entries(links).map(([path, to]) => [path, to.replace('@', out)])),
    );
    const checked = check(folder, '--min-severity', 'warning', '--fix');
    expect(checked.problems).toEqual([]);
    expect(checked.status).toBe(0);
    expect(checked.stderr).not.toContain('fixed');
    expect(readFileSync(join(out, 'p.json'), 'utf8')).toBe(WRONG_JSON);
    for (const command of ['render', 'explain', 'simulate']) {
      const { stdout, stderr } = run(folder, command, 'main.tf');
      expect(stdout + stderr).not.toContain('SECRET');
    }
    const served = await serve(folder, ['main.tf']);
    expect(served.filter((one) => /range|mutability-value|provider-version/.test(one))).toEqual([]);
  });

  it('settings are refused, because they decide what is told', () => {
    const out = folderWith({ 's.json': '{ "rules": { "repository-mutability-value": "off" } }' });
    const folder = linked({ 'main.tf': BAD_REPOSITORY }, { '.terraform-ecr.json': join(out, 's.json') });
    expect(check(folder)).toMatchObject({
      status: 2,
      problems: ['main.tf repository-mutability-value'],
      stderr: 'terraform-ecr: .terraform-ecr.json cannot be read: it lies outside the workspace\n',
    });
  });

  it('named ones neither, in a git work tree', () => {
    const out = outside();
    const folder = linked({ '.git/HEAD': '', 'main.tf': '' }, { l: out, 'r.tf': join(out, 'r.tf') });
    expect(check(folder, 'l')).toMatchObject({ status: 2, text: '' });
    expect(check(folder, 'r.tf')).toMatchObject({ status: 2, text: '' });
    expect(run(folder, 'render', 'l/p.json').stdout).not.toContain('SECRET');
  });
});

const SPECIAL: readonly [string, string][] = [
  ['a device without an end', '/dev/zero'],
  ['another', '/dev/urandom'],
  ['an empty device', '/dev/null'],
  ['a terminal', '/dev/tty'],
  ['the standard input', '/proc/self/fd/0'],
  ['the kernel', '/proc/kmsg'],
  ['a link to itself', 'self'],
  ['a pipe', 'fifo'],
];

describe('devices, pipes and links to them end at once', () => {
  const NAMES = [
    'p.json',
    '.terraform.lock.hcl',
    '.terraform-ecr.json',
    '.gitignore',
    'terraform.tfvars',
    'x.tf',
    'm/x.tf',
  ];

  /** Each of the names is a link to the target, or a pipe. */
  function folderOf(target: string): string {
    const folder = folderWith({
      '.git/HEAD': '',
      'main.tf': READ + REPOSITORY,
      'm/main.tf': '',
      'sub/main.tf': 'module "m" {\n  source = "../m"\n}\n',
    });
    for (const name of NAMES) {
      if (target === 'fifo') execFileSync('mkfifo', [join(folder, name)]);
      else symlinkSync(target === 'self' ? name.replace('m/', '') : target, join(folder, name));
    }
    return folder;
  }

  it.each(SPECIAL)('%s', async (_, target) => {
    const folder = folderOf(target);
    expect(check(folder).status).toBe(2);
    expect(check(folder, 'sub').status).toBe(2);
    run(folder, 'render', 'main.tf');
    await serve(folder, ['main.tf']);
  });
});

describe('what is named and not read', () => {
  it('is listed with the reason, and counted', () => {
    const folder = folderWith({
      'main.tf': `${READ.replace('p.json', '../out.json')}
module "a" {
  source = "../outside"
}
module "b" {
  source = "./nowhere"
}
module "c" {
  source = "./empty"
}
module "d" {
  source = "./large"
}
module "e" {
  source = "registry/module/aws"
}
resource "aws_ecr_lifecycle_policy" "large" {
  repository = "large"
  policy     = file("large.json")
}
resource "aws_ecr_lifecycle_policy" "folder" {
  repository = "folder"
  policy     = file("folder")
}
resource "aws_ecr_lifecycle_policy" "binary" {
  repository = "binary"
  policy     = file("binary.json")
}
resource "aws_ecr_lifecycle_policy" "absolute" {
  repository = "absolute"
  policy     = file("/etc/hostname")
}
`,
      'empty/notes.md': '',
      'folder/notes.md': '',
      'large/main.tf': ' '.repeat(4 * 1024 * 1024 + 1),
      'large.json': ' '.repeat(1024 * 1024 + 1),
      'binary.json': 'a\0b',
    });
    const { unread, status } = check(folder, 'main.tf');
    expect(unread).toEqual([
      expect.stringMatching(/^\.\.\/\.\.\/.*etc\/hostname: it lies outside the workspace$/),
      '../out.json: it lies outside the workspace',
      '../outside: it lies outside the workspace',
      'binary.json: it is a binary file',
      'empty: it contains no Terraform file',
      'folder: it is a folder',
      'large.json: it is larger than 1 MiB',
      'large/main.tf: it is larger than 4 MiB',
      'nowhere: there is no such file or folder',
    ]);
    expect(status).toBe(0);
    const { stdout, stderr } = run(folder, 'check', 'main.tf');
    expect(stdout).toMatch(/; 9 files not read\n$/);
    expect(stderr).toContain('terraform-ecr: large.json is not read: it is larger than 1 MiB\n');
  });

  it('is nothing where all is read', () => {
    expect(check(folderWith({ 'main.tf': REPOSITORY })).unread).toEqual([]);
  });
});

describe('inside, for the command line', () => {
  const files = {
    'modules/m/main.tf': CALLED,
    'env/main.tf':
      CALL.replace('./m', '../modules/m') + READ.replace('p.json', '../p.json').replace('"app"', '"other"'),
    'p.json': WRONG_JSON,
  };
  const all = ['env/main.tf policy-number-range', 'p.json policy-number-range'];

  it.each([
    ['a folder', { '.git/HEAD': '' }],
    ['a file, as of worktrees', { '.git': 'gitdir: elsewhere\n' }],
  ])('is the git work tree, whose mark is %s', (_, mark) => {
    const folder = folderWith({ ...files, ...mark });
    mkdirSync(join(folder, 'empty'));
    expect(check(folder, 'env')).toMatchObject({ problems: all, unread: [] });
    const inside = check(join(folder, 'env'));
    expect(inside).toMatchObject({
      problems: ['../p.json policy-number-range', 'main.tf policy-number-range'],
      unread: [],
    });
    expect(check(join(folder, 'empty'), '../env/main.tf').unread).toEqual([]);
  });

  it('is the working directory and what is named, outside of git', () => {
    const folder = folderWith(files);
    expect(check(folder, 'env')).toMatchObject({ problems: all, unread: [] });
    expect(check(join(folder, 'env'))).toMatchObject({
      // The input has the shape of a policy, whatever the module does with it.
      problems: ['main.tf policy-number-range'],
      unread: ['../modules/m: it lies outside the workspace', '../p.json: it lies outside the workspace'],
    });
  });

  it('is the nearest work tree of a folder in another', () => {
    const folder = folderWith({
      '.git/HEAD': '',
      'p.json': WRONG_JSON,
      'clone/.git/HEAD': '',
      'clone/main.tf': READ.replace('p.json', '../p.json'),
    });
    for (const words of [[], ['.'], ['main.tf']]) {
      expect(check(join(folder, 'clone'), ...words)).toMatchObject({
        problems: [],
        unread: ['../p.json: it lies outside the workspace'],
      });
    }
  });
});
