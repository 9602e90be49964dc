import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWith, removeFolders, run } from './support.ts';

const WRONG_POLICY =
  '{"rules":[{"rulePriority":1,"selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":"5"},"action":{"type":"expire"}}]}';
const MODULE = `variable "p" { type = string }
resource "aws_ecr_lifecycle_policy" "inner" {
  repository = "app"
  policy     = var.p
}
`;
const MAIN = `terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}
resource "aws_ecr_lifecycle_policy" "file" {
  repository = "team/x"
  policy     = file("\${path.module}/policy.json")
}
resource "aws_ecr_lifecycle_policy" "template" {
  repository = "team/y"
  policy     = templatefile("\${path.module}/policy.tftpl", { n = 0 })
}
resource "aws_ecr_lifecycle_policy" "missing" {
  repository = "team/z"
  policy     = file("\${path.module}/nowhere.json")
}
resource "aws_ecr_repository" "r" {
  name                 = "team/x"
  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"
  image_tag_mutability_exclusion_filter {
    filter      = "v*"
    filter_type = "WILDCARD"
  }
}
module "m" {
  source = "./mod"
  p      = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "tagged", countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } }] })
}
`;
const LOCK = `provider "registry.terraform.io/hashicorp/aws" {
  version = "5.0.0"
}
`;

const FILES = {
  'main.tf': MAIN,
  'mod/main.tf': MODULE,
  'policy.json': WRONG_POLICY,
  'policy.tftpl': WRONG_POLICY.replace('"5"', '${n}'),
  '.terraform.lock.hcl': LOCK,
  '.terraform-ecr.json': '{ "rules": { "file-missing": "warning" } }',
};

const NAMES = [
  'a (1)',
  "it's",
  'C++',
  'job@2',
  'a;b',
  'a,b',
  'RUNNER~1',
  'a!',
  '$x',
  'a=b',
  'a&b',
  'a:b',
  'a b',
  'ü',
  'a#b',
  'a%b',
  '%41',
  '[a]',
];

const COMMANDS = [
  ['check', '.', '--format', 'json'],
  ['render', 'main.tf#aws_ecr_lifecycle_policy.file'],
] as const;

const MORE_COMMANDS = [
  ['check', '.'],
  ['check', 'main.tf', '--format', 'github'],
  ['check', '.', '--format', 'sarif'],
  ['check', '.', '--write-baseline', 'known.json'],
  ['check', '.', '--baseline', 'known.json'],
  ['explain', 'main.tf#aws_ecr_lifecycle_policy.template'],
  ['simulate', 'main.tf#module.m', '--now', '2026-01-01T00:00:00Z', '--format', 'json'],
] as const;

/** All output of the commands in a folder with that name, and once from above it. */
function answersIn(name: string, commands: readonly (readonly string[])[] = COMMANDS) {
  const folder = join(folderWith({}, 'names-'), name);
  mkdirSync(folder);
  const made = folderWith(FILES, 'files-');
  spawnSync('cp', ['-R', `${made}/.`, folder]);
  const inside = commands.map((words) => run(folder, ...words));
  const { status, stdout } = run(join(folder, '..'), 'check', name, '--format', 'json');
  const report = JSON.parse(stdout);
  const rules = report.problems.map(({ file, rule }: { file: string; rule: string }) => [
    file.slice(name.length),
    rule,
  ]);
  return { inside, above: { status, rules, summary: report.summary } };
}

afterAll(removeFolders);

describe('a folder of any name', () => {
  let plain: ReturnType<typeof answersIn>;
  beforeAll(() => {
    plain = answersIn('plain');
  });

  it('has problems of every kind that reads other files', () => {
    const found = plain.above.rules.map(([file, rule]: [string, string]) => `${file} ${rule}`);
    expect(found).toEqual(
      expect.arrayContaining([
        '/main.tf file-missing',
        expect.stringMatching(/^\/main.tf .*provider-version$/),
        '/main.tf rule-tag-list-missing',
        '/policy.json policy-value-type',
        '/policy.tftpl policy-number-range',
      ]),
    );
  });

  it.each(NAMES)('has the same answers as a plain one: %s', (name) => {
    expect(answersIn(name)).toEqual(plain);
  });

  it('has the same answers to all commands', () => {
    expect(answersIn(NAMES.join(''), MORE_COMMANDS)).toEqual(answersIn('plain', MORE_COMMANDS));
  });
});
