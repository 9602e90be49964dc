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

/** New folders with these names side by side, each with the files; the folder that holds them. */
function foldersNamed(names: readonly string[]): string {
  const above = folderWith({}, 'names-');
  const made = folderWith(FILES, 'files-');
  for (const name of names) {
    mkdirSync(join(above, name));
    spawnSync('cp', ['-R', `${made}/.`, join(above, name)]);
  }
  return above;
}

/** All output of the commands in that folder. */
const answersIn = (folder: string, commands: readonly (readonly string[])[]) =>
  commands.map((words) => run(folder, ...words));

/** Files and rules of the problems below each of the folders, checked by their names from above. */
function rulesByName(above: string, names: readonly string[]) {
  const { status, stdout } = run(above, 'check', ...names, '--format', 'json');
  const { problems, summary } = JSON.parse(stdout);
  const rulesIn = (name: string) =>
    problems.flatMap(({ file, rule, severity }: { file: string; rule: string; severity: string }) =>
      file.startsWith(`${name}/`) ? [[file.slice(name.length), rule, severity]] : [],
    );
  return {
    status,
    count: problems.length,
    files: summary.files,
    rules: new Map(names.map((name) => [name, rulesIn(name)])),
  };
}

afterAll(removeFolders);

describe('a folder of any name', () => {
  const all = ['plain', ...NAMES];
  let above: string;
  let plain: ReturnType<typeof answersIn>;
  let told: ReturnType<typeof rulesByName>;
  beforeAll(() => {
    above = foldersNamed(all);
    plain = answersIn(join(above, 'plain'), COMMANDS);
    told = rulesByName(above, all);
  });

  it('has problems of every kind that reads other files', () => {
    const found = told.rules.get('plain').map(([file, rule]: [string, string]) => `${file} ${rule}`);
    expect(found).toEqual(
      expect.arrayContaining([
        '/main.tf file-missing',
        expect.stringMatching(/^\/main.tf .*provider-version$/),
        '/main.tf rule-tag-list-missing',
        '/policy.json policy-value-type',
        '/policy.tftpl policy-number-range',
      ]),
    );
    expect(told).toMatchObject({ status: 1, count: found.length * all.length, files: 2 * all.length });
  });

  it.each(NAMES)('has the same answers as a plain one: %s', (name) => {
    expect(answersIn(join(above, name), COMMANDS)).toEqual(plain);
    expect(told.rules.get(name)).toEqual(told.rules.get('plain'));
  });

  it('has the same answers to all commands', () => {
    const both = ['plain', NAMES.join('')];
    const folder = foldersNamed(both);
    const [one, other] = both.map((name) => answersIn(join(folder, name), MORE_COMMANDS));
    expect(other).toEqual(one);
    const [alone, named] = both.map((name) => {
      const { rules, ...sums } = rulesByName(folder, [name]);
      return { ...sums, rules: rules.get(name) };
    });
    expect(named).toEqual(alone);
  });
});
