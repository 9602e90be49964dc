import { describe, expect, it } from 'vitest';
import { checkOnly, ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'name-repeated';
const repository = (label: string, body: string) => `resource "aws_ecr_repository" "${label}" {\n${body}}\n`;
const rule = (label: string, body: string) => `resource "aws_ecr_pull_through_cache_rule" "${label}" {\n${body}}\n`;
const NAME = '  name = "app"\n';

describe(ID, () => {
  it('speaks on the later of two, over several files', () => {
    checkOnly(ID, {
      'a.tf': repository('a', NAME),
      'b.tf': `resource "aws_ecr_repository" "b" {
  name = "app"
         ^^^^^ error name-repeated aws_ecr_repository.a has the same name
}
`,
    });
  });

  it.each([
    ['the same local', `locals {\n  n = "app"\n}\n${repository('a', '  name = local.n\n')}${repository('b', NAME)}`],
    [
      'the same variable',
      `variable "n" {}\n${repository('a', '  name = var.n\n')}${repository('b', '  name = var.n\n')}`,
    ],
    [
      'the same text with a variable',
      `variable "n" {}\n${repository('a', '  name = "x/${var.n}"\n')}${repository('b', '  name = "x/${var.n}"\n')}`,
    ],
    ['count with a constant name', repository('a', `  count = 2\n${NAME}`)],
    ['for_each with a constant name', repository('a', `  for_each = toset(["x", "y"])\n${NAME}`)],
    [
      'for_each whose values collide',
      repository('a', '  for_each = { x = "app", y = "app" }\n  name     = each.value\n'),
    ],
    [
      'for_each whose names collide',
      repository('a', '  for_each = toset(["App", "app"])\n  name     = lower(each.key)\n'),
    ],
    [
      'one of several instances',
      repository('a', NAME) + repository('b', '  for_each = toset(["app", "web"])\n  name     = each.key\n'),
    ],
    [
      'the same loop of unknown names',
      `variable "n" {}\n${repository('a', '  for_each = var.n\n  name     = each.key\n')}${repository('b', '  for_each = var.n\n  name     = each.key\n')}`,
    ],
    [
      'the same region',
      repository('a', `${NAME}  region = "eu-west-1"\n`) + repository('b', `${NAME}  region = "eu-west-1"\n`),
    ],
    [
      'the same alias',
      repository('a', `${NAME}  provider = aws.eu\n`) + repository('b', `${NAME}  provider = aws.eu\n`),
    ],
    ['the default provider by name', repository('a', `${NAME}  provider = aws\n`) + repository('b', NAME)],
    [
      'prefixes of cache rules',
      rule('a', '  ecr_repository_prefix = "quay"\n') + rule('b', '  ecr_repository_prefix = "quay"\n'),
    ],
    [
      'prefixes of templates',
      ['a', 'b']
        .map((one) => `resource "aws_ecr_repository_creation_template" "${one}" {\n  prefix = "ROOT"\n}\n`)
        .join(''),
    ],
    [
      'public repositories',
      ['a', 'b'].map((one) => `resource "aws_ecrpublic_repository" "${one}" {\n  repository_name = "ab"\n}\n`).join(''),
    ],
  ])('speaks of %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`error ${ID}`]);
  });

  it.each([
    ['different names', repository('a', NAME) + repository('b', '  name = "web"\n')],
    ['another region', repository('a', NAME) + repository('b', `${NAME}  region = "eu-west-1"\n`)],
    ['another alias', repository('a', NAME) + repository('b', `${NAME}  provider = aws.eu\n`)],
    [
      'a region for each',
      repository('a', `  for_each = toset(["eu-west-1", "eu-west-2"])\n${NAME}  region   = each.key\n`),
    ],
    ['a provider for each', repository('a', `  for_each = toset(["x", "y"])\n${NAME}  provider = aws.by[each.key]\n`)],
    [
      'blocks that exclude each other',
      `variable "x" {}\n${repository('a', `  count = var.x ? 1 : 0\n${NAME}`)}${repository('b', `  count = var.x ? 0 : 1\n${NAME}`)}`,
    ],
    ['a block that is never there', repository('a', NAME) + repository('b', `  count = 0\n${NAME}`)],
    [
      'one that OpenTofu turns off',
      repository('a', NAME) + repository('b', `${NAME}  lifecycle {\n    enabled = false\n  }\n`),
    ],
    [
      'different variables',
      `variable "n" {}\nvariable "m" {}\n${repository('a', '  name = var.n\n')}${repository('b', '  name = var.m\n')}`,
    ],
    [
      'names that are made anew',
      repository('a', '  name = "x-${uuid()}"\n') + repository('b', '  name = "x-${uuid()}"\n'),
    ],
    ['a loop of which nothing is known', `variable "n" {}\n${repository('a', `  for_each = var.n\n${NAME}`)}`],
    [
      'other types',
      `${repository('a', NAME)}resource "aws_ecrpublic_repository" "b" {\n  repository_name = "app"\n}\n`,
    ],
    ['data sources', `${repository('a', NAME)}data "aws_ecr_repository" "b" {\n${NAME}}\n`],
    ['branches', `variable "x" {}\n${repository('a', NAME)}${repository('b', '  name = var.x ? "app" : "web"\n')}`],
  ])('is silent about %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
