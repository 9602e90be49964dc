import { describe, expect, it } from 'vitest';
import type { Files } from '../support/checkProblems.ts';
import { problemLines } from '../support/checkProblems.ts';

const REPOSITORY = `variable "name" {
  type = string
}
variable "mutability" {
  type    = string
  default = "IMMUTABLE"
}
resource "aws_ecr_repository" "this" {
  name                 = var.name
  image_tag_mutability = var.mutability
}
`;

const CACHE = `variable "prefix" {}
variable "url" {
  default = "quay.io"
}
resource "aws_ecr_pull_through_cache_rule" "this" {
  ecr_repository_prefix = var.prefix
  upstream_registry_url = var.url
}
`;

const call = (inputs: string) => `module "m" {\n  source = "./m"\n${inputs}\n}\n`;

/** Errors and warnings, by the check's id only. */
function told(files: Files): string[] {
  return problemLines(files).filter((line) => / (error|warning) /.test(line));
}

describe('a value that a call gives to a block of the module', () => {
  const WRONG: readonly (readonly [string, string, string, string])[] = [
    ['a name', REPOSITORY, '  name = "Shop"', 'repository-name'],
    [
      'a name made of an input',
      REPOSITORY.replace('= var.name', '= "team/${var.name}"'),
      '  name = "My App"',
      'repository-name',
    ],
    ['a value', REPOSITORY, '  name = "shop"\n  mutability = "mutable"', 'repository-mutability-value'],
    ['null for a name', REPOSITORY, '  name = null', 'argument-type'],
    ['a list for a string', REPOSITORY.replace('type = string', 'type = any'), '  name = ["shop"]', 'argument-type'],
    ['a prefix', CACHE, '  prefix = "Quay"', 'argument-value'],
    ['a short prefix', CACHE, '  prefix = "q"', 'argument-value'],
    ['a prefix for each call', CACHE, '  for_each = toset(["quay", "Hub"])\n  prefix = each.key', 'argument-value'],
    [
      'names of a list',
      REPOSITORY.replace('type = string', 'type = list(string)').replace(
        '= var.name',
        '= each.key\n  for_each = toset(var.name)',
      ),
      '  name = ["shop", "My-App"]',
      'repository-name',
    ],
  ];

  it.each(WRONG)('%s: is told once, in the calling module', (_, module, inputs, id) => {
    const lines = told({ 'main.tf': call(inputs), 'm/main.tf': module });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(id);
    expect(lines[0]).toMatch(/^main\.tf/);
  });

  const RIGHT: readonly (readonly [string, string, string])[] = [
    ['a name', REPOSITORY, '  name = "shop"'],
    ['a name of no known value', REPOSITORY, '  name = var.other'],
    ['a name in lower case', REPOSITORY.replace('= var.name', '= lower(var.name)'), '  name = "Shop"'],
    [
      'null where the module has another',
      REPOSITORY.replace('= var.name', '= coalesce(var.name, "shop")'),
      '  name = null',
    ],
    ['null where the variable is not nullable', REPOSITORY, '  name = "shop"\n  mutability = null'],
    ['a prefix', CACHE, '  prefix = "quay"'],
    [
      'a module that makes none',
      REPOSITORY.replace('= var.name', '= each.key\n  for_each = toset([])'),
      '  name = "Shop"',
    ],
    ['no call at all', CACHE, '  count = 0\n  prefix = "Quay"'],
  ];

  it.each(RIGHT)('%s: is silent', (_, module, inputs) => {
    expect(told({ 'main.tf': `${call(inputs)}variable "other" {}\n`, 'm/main.tf': module })).toEqual([]);
  });

  it('says once what is wrong whoever calls', () => {
    const module = REPOSITORY.replace('var.mutability', '"mutable"');
    const lines = told({ 'main.tf': call('  name = "shop"'), 'm/main.tf': module });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^m\/main\.tf/);
  });

  it('comes through calls inside calls', () => {
    const middle = 'variable "name" {}\nmodule "inner" {\n  source = "../m"\n  name = var.name\n}\n';
    const lines = told({
      'main.tf': 'module "outer" {\n  source = "./middle"\n  name = "Shop"\n}\n',
      'middle/main.tf': middle,
      'm/main.tf': REPOSITORY,
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^main\.tf.*repository-name/);
  });
});
