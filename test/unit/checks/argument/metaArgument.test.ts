import { describe, expect, it } from 'vitest';
import { checkOnly, fix, ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'meta-argument';
const repository = (more: string, name = '"app"') =>
  `resource "aws_ecr_repository" "a" {\n  name = ${name}\n${more}}\n`;
const OTHER = 'resource "aws_ecr_repository" "b" {\n  name = "other"\n}\n';
const lifecycle = (body: string) => repository(`  lifecycle {\n${body}  }\n`);
const EU = 'provider "aws" {\n  alias  = "eu"\n  region = "eu-west-1"\n}\n';

describe(ID, () => {
  it('speaks on what is to be changed', () => {
    checkOnly(
      ID,
      `
provider "aws" {
  alias = "eu"
}
resource "aws_ecr_repository" "a" {
  for_each = ["api"]
             ^^^^^^^ error meta-argument this is a list
  name     = each.value
  provider = aws.us
             ^^^^^^ error meta-argument Write aws.eu
  depends_on = [aws_ecr_repository.c, aws_ecr_repository.b.arn]
                ^^^^^^^^^^^^^^^^^^^^ error meta-argument declares no aws_ecr_repository.c
                                      ^^^^^^^^^^^^^^^^^^^^^^^^ error meta-argument not one of its attributes
  lifecycle {
    prevent_destory = true
    ^^^^^^^^^^^^^^^ error meta-argument The nearest name is prevent_destroy.
    create_before_destroy = var.safe
                            ^^^^^^^^ error meta-argument literal
    ignore_changes = [tag, image_scanning_configuration.scan_on_push]
                      ^^^ error meta-argument The nearest name is tags.
                                                        ^^^^^^^^^^^^ error meta-argument image_scanning_configuration[0]
    precondition {
    ^^^^^^^^^^^^ error meta-argument needs error_message
      condition = var.safe
    }
  }
}
resource "aws_ecr_repository" "b" {
  count    = 1
  for_each = toset(["x"])
  ^^^^^^^^ error meta-argument count or for_each, not both
  name     = "b"
}
`,
    );
  });

  it.each([
    ['for_each over a number', repository('  for_each = 2\n')],
    ['for_each over null', repository('  for_each = null\n')],
    ['for_each over a string', repository('  for_each = "api"\n')],
    [
      'for_each over a variable that is a list',
      `variable "l" {\n  type = list(string)\n}\n${repository('  for_each = var.l\n')}`,
    ],
    ['for_each over a set of numbers', repository('  for_each = toset([1, 2])\n')],
    ['for_each over a list by a loop', repository('  for_each = [for n in ["a"] : n]\n')],
    ['for_each over a branch that is a list', `variable "x" {}\n${repository('  for_each = var.x ? ["a"] : []\n')}`],
    [
      'for_each over a counted resource',
      `${OTHER.replace('{\n', '{\n  count = 2\n')}${repository('  for_each = aws_ecr_repository.b\n')}`,
    ],
    ['for_each over a splat', `${OTHER}${repository('  for_each = aws_ecr_repository.b[*].name\n')}`],
    ['count of a text', repository('  count = "two"\n')],
    ['count of a bool', repository('  count = true\n')],
    ['count of a variable that is a bool', `variable "b" {\n  type = bool\n}\n${repository('  count = var.b\n')}`],
    ['a negative count', repository('  count = -1\n')],
    ['a count of a fraction', repository('  count = 1.5\n')],
    ['a count that is null', repository('  count = null\n')],
    ['a count of a list', repository('  count = ["x"]\n')],
    ['a block that lifecycle does not have', lifecycle('    ignore {\n    }\n')],
    [
      'two lifecycle blocks',
      repository('  lifecycle {\n    prevent_destroy = true\n  }\n  lifecycle {\n    ignore_changes = all\n  }\n'),
    ],
    ['ignore_changes with a text for all', lifecycle('    ignore_changes = "all"\n')],
    ['ignore_changes with a star', lifecycle('    ignore_changes = ["*"]\n')],
    ['ignore_changes with all in a list', lifecycle('    ignore_changes = [all]\n')],
    ['ignore_changes by a condition', lifecycle('    ignore_changes = true ? [tags] : []\n')],
    ['ignore_changes with an address', lifecycle('    ignore_changes = [aws_ecr_repository.a.tags]\n')],
    ['ignore_changes of a nested name', lifecycle('    ignore_changes = [image_scanning_configuration[0].scan]\n')],
    ['a text that is no switch', lifecycle('    prevent_destroy = "yes"\n')],
    ['a switch that is null', lifecycle('    prevent_destroy = null\n')],
    ['a switch by a function', lifecycle('    create_before_destroy = tobool("true")\n')],
    ['a condition without itself', lifecycle('    postcondition {\n      error_message = "No."\n    }\n')],
    [
      'a condition that is constant',
      lifecycle('    precondition {\n      condition     = true\n      error_message = "No."\n    }\n'),
    ],
    ['depends_on without brackets', OTHER + repository('  depends_on = aws_ecr_repository.b\n')],
    ['depends_on by a function', repository('  depends_on = concat([], [])\n')],
    ['depends_on with a key of a single one', OTHER + repository('  depends_on = [aws_ecr_repository.b[0]]\n')],
    [
      'depends_on with a key of the block',
      `${OTHER.replace('{\n', '{\n  for_each = toset(["x"])\n')}${repository('  for_each   = toset(["x"])\n  depends_on = [aws_ecr_repository.b[each.key]]\n')}`,
    ],
    ['depends_on of a type', OTHER + repository('  depends_on = [aws_ecr_repository]\n')],
    ['depends_on of an undeclared module', repository('  depends_on = [module.network]\n')],
    ['depends_on in quotes', repository('  depends_on = ["aws_ecr_repository.b"]\n')],
    ['a provider with more names', EU + repository('  provider = aws.eu.west\n')],
    ['a provider by a condition', EU + repository('  provider = true ? aws.eu : aws\n')],
    ['a provider in quotes', EU + repository('  provider = "aws.us"\n')],
    ['replace_triggered_by of a variable', `variable "x" {}\n${lifecycle('    replace_triggered_by = [var.x]\n')}`],
    [
      'lifecycle of a data source',
      'data "aws_ecr_repository" "d" {\n  name = "ab"\n  lifecycle {\n    prevent_destroy = true\n  }\n}\n',
    ],
  ])('speaks of %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`error ${ID}`]);
  });

  it.each([
    [
      'maps and sets',
      repository('  for_each = { a = 1 }\n') + OTHER.replace('{\n', '{\n  for_each = toset(["x", "y"])\n'),
    ],
    [
      'values that are not known',
      `variable "x" {}\n${repository('  for_each = var.x\n')}${OTHER.replace('{\n', '{\n  count = var.x\n')}`,
    ],
    ['a set that a variable is', `variable "x" {\n  type = set(string)\n}\n${repository('  for_each = var.x\n')}`],
    [
      'resources with for_each',
      `${OTHER.replace('{\n', '{\n  for_each = toset(["x"])\n')}${repository('  for_each = aws_ecr_repository.b\n')}`,
    ],
    ['a text that is a number', repository('  count = "2"\n')],
    ['one or none', `variable "x" {}\n${repository('  count = var.x ? 1 : 0\n')}`],
    [
      'everything of lifecycle',
      OTHER +
        lifecycle(
          '    create_before_destroy = true\n    prevent_destroy       = "true"\n    ignore_changes        = [tags, tags_all, tags["x"], image_scanning_configuration[0].scan_on_push, timeouts, arn]\n    replace_triggered_by  = [aws_ecr_repository.b, aws_ecr_repository.b.arn]\n',
        ),
    ],
    [
      'newer words of lifecycle',
      lifecycle('    destroy = false\n') + OTHER.replace('}\n', '  lifecycle {\n    enabled = false\n  }\n}\n'),
    ],
    ['ignored changes in quotes', lifecycle('    ignore_changes = ["tags"]\n')],
    ['all changes', lifecycle('    ignore_changes = all\n')],
    [
      'conditions',
      `variable "x" {}\n${lifecycle('    precondition {\n      condition     = var.x != ""\n      error_message = "No."\n    }\n    postcondition {\n      condition     = self.arn != ""\n      error_message = "No."\n    }\n')}`,
    ],
    [
      'dependencies',
      `variable "x" {}\nmodule "m" {\n  source = "./m"\n}\ndata "aws_region" "r" {}\n${OTHER.replace('{\n', '{\n  count = 2\n')}${repository('  depends_on = [aws_ecr_repository.b, aws_ecr_repository.b[0], module.m, module.m.x, data.aws_region.r, var.x]\n')}`,
    ],
    ['providers', EU + repository('  provider = aws.eu\n') + OTHER.replace('{\n', '{\n  provider = aws\n')],
    [
      'aliases that callers hand over',
      `terraform {\n  required_providers {\n    aws = {\n      source                = "hashicorp/aws"\n      configuration_aliases = [aws.us]\n    }\n  }\n}\n${repository('  provider = aws.us\n')}`,
    ],
    [
      'one of many providers of OpenTofu',
      repository('  for_each = toset(["x"])\n  provider = aws.by_region[each.key]\n'),
    ],
    ['other services', 'resource "aws_iam_role" "r" {\n  for_each = ["x"]\n}\n'],
    ['blocks that are being typed', 'resource "aws_ecr_repository" "a" {\n  depends_on = [aws_ecr_repository.]\n}\n'],
  ])('is silent about %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it('is silent about aliases of a module that another calls', () => {
    const files = {
      'main.tf': 'module "m" {\n  source = "./m"\n}\n',
      'm/main.tf': repository('  provider = aws.us\n'),
    };
    expect(ruleIdsOnly(ID, files)).toEqual([]);
  });

  it('sees override files and JSON', () => {
    const override = 'resource "aws_ecr_repository" "a" {\n  for_each = ["x"]\n}\n';
    expect(ruleIdsOnly(ID, { 'main.tf': repository(''), 'x_override.tf': override })).toEqual([`error ${ID}`]);
    const json = (body: object) => ({
      'main.tf.json': JSON.stringify({
        provider: { aws: [{ alias: 'eu' }] },
        resource: { aws_ecr_repository: { a: { name: 'ab', ...body }, b: { name: 'bc' } } },
      }),
    });
    const right = {
      ignore_changes: ['tags'],
      prevent_destroy: true,
      precondition: [{ condition: '${var.x}', error_message: 'No.' }],
    };
    expect(
      ruleIdsOnly(ID, json({ depends_on: ['aws_ecr_repository.b'], provider: 'aws.eu', lifecycle: right })),
    ).toEqual([]);
    expect(ruleIdsOnly(ID, json({ lifecycle: { ignore_changes: 'all' } }))).toEqual([]);
    for (const wrong of [
      { depends_on: ['aws_ecr_repository.c'] },
      { provider: 'aws.us' },
      { for_each: ['x'] },
      { lifecycle: { ignore_changes: ['tag'] } },
      { lifecycle: { prevent_destroy: '${var.x}' } },
    ]) {
      expect(ruleIdsOnly(ID, json(wrong))).toEqual([`error ${ID}`]);
    }
  });

  it('mends', () => {
    expect(fix(repository('  for_each = ["xy"]\n', 'each.key'), 'Make it a set with toset()')).toContain(
      'for_each = toset(["xy"])',
    );
    expect(fix(EU + repository('  provider = aws.us\n'), 'Use aws.eu')).toContain('provider = aws.eu');
    expect(fix(lifecycle('    ignore_changes = [tag]\n'), 'Use tags')).toContain('[tags]');
    expect(fix(lifecycle('    prevent_destory = true\n'), 'Rename it to prevent_destroy')).toContain(
      'prevent_destroy = true',
    );
  });
});
