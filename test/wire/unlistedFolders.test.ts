import { afterEach, describe, expect, it } from 'vitest';
import { folderWith, removeFolders, run } from './support.ts';

afterEach(removeFolders);

const each = (collection: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  for_each   = ${collection}
  repository = trimsuffix(each.value, ".json")
  policy     = file("\${path.module}/policies/\${each.value}")
}
`;
const policy = (expression: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/app"
  policy     = ${expression}
}
`;
const POLICY = '{"rules":[]}';

/** Code that takes files of a folder, with what it names; `fileset()` gives none of these files here. */
const CODES: Readonly<Record<string, readonly [code: string, named: string]>> = {
  'each file': [each('fileset("${path.module}/policies", "*.json")'), 'policies/*.json'],
  'each file of a set': [each('toset(fileset("${path.module}/policies", "*.json"))'), 'policies/*.json'],
  'each file by a loop': [
    each('{ for f in fileset("${path.module}/policies", "*.json") : f => f }'),
    'policies/*.json',
  ],
  'a folder below the root': [each('fileset("${path.root}/policies", "**/*.json")'), 'policies/**/*.json'],
  'a folder by its name': [each('fileset("policies", "*.json")'), 'policies/*.json'],
  'the folder itself': [each('fileset(path.module, "policies/*.json")'), 'policies/*.json'],
  'a local': [
    `locals {\n  files = fileset("\${path.module}/policies", "{app,web}.json")\n}\n${each('local.files')}`,
    'policies/{app,web}.json',
  ],
  'rules of each file': [
    policy(
      'jsonencode({ rules = flatten([for f in fileset("${path.module}/policies", "*.json") : jsondecode(file("${path.module}/policies/${f}")).rules]) })',
    ),
    'policies/*.json',
  ],
};

/** Conditions that hold only when the folder has the file. */
const GUARDS = [
  'length(fileset("${path.module}/policies", "app.json")) > 0',
  'length(fileset("${path.module}/policies", "*.json")) == 2',
  'contains(fileset("${path.module}/policies", "*.json"), "app.json")',
  'contains(tolist(fileset("${path.module}/policies", "*.json")), "app.json")',
  'fileset("${path.module}/policies", "app.json") != toset([])',
  '!(length(fileset("${path.module}/policies", "app.json")) == 0)',
  'length(fileset("${path.module}/policies", "app.json")) > 0 && true',
  'anytrue([for f in fileset("${path.module}/policies", "*.json") : f == "app.json"])',
  'can(one(fileset("${path.module}/policies", "app.json")).x)',
];

describe('a folder whose files code asks for', () => {
  it.each(Object.entries(CODES))('is shown as unread, and nothing else is said: %s', (_, [code, named]) => {
    const folder = folderWith({ 'main.tf': code, 'policies/other.json': POLICY });
    const { status, stdout } = run(folder, 'check', '--format', 'json', '--min-severity', 'warning');
    expect({ status, ...JSON.parse(stdout) }).toMatchObject({
      status: 0,
      problems: [],
      unread: [{ file: named, because: 'fileset() is not followed' }],
    });
  });

  it('is shown with its module', () => {
    const folder = folderWith({
      'main.tf': 'module "m" {\n  source = "./m"\n}\n',
      'm/main.tf': each('fileset("${path.module}/policies", "*.json")'),
    });
    const { stdout, stderr } = run(folder, 'check');
    expect(stderr).toContain('m/policies/*.json is not read: fileset() is not followed');
    expect(stdout).toMatch(/; [12] files? not read\n/);
  });

  it('is not shown where nothing of ECR asks for its files', () => {
    const folder = folderWith({
      'main.tf': `resource "aws_s3_object" "o" {\n  for_each = fileset("site", "*")\n  bucket   = "b"\n  key      = each.value\n}\n${policy('var.p')}variable "p" {\n  type = string\n}\n`,
    });
    expect(JSON.parse(run(folder, 'check', '--format', 'json').stdout)).toMatchObject({ problems: [], unread: [] });
  });

  it.each(GUARDS)('decides whether a file is read, so that it may be absent: %s', (guard) => {
    const code = policy(`${guard} ? file("\${path.module}/policies/app.json") : var.p`);
    const folder = folderWith({ 'main.tf': `${code}variable "p" {\n  type = string\n}\n` });
    const { stdout } = run(folder, 'check', '--format', 'json', '--min-severity', 'warning');
    expect(JSON.parse(stdout)).toMatchObject({ problems: [] });
  });
});
