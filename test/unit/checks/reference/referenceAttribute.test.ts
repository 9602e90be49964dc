import { describe, expect, it } from 'vitest';
import { checkOnly, fix, ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'reference-attribute';
const ONE = 'resource "aws_ecr_repository" "a" {\n  name = "app"\n}\n';
const MANY = 'resource "aws_ecr_repository" "m" {\n  for_each = toset(["api", "web"])\n  name     = each.key\n}\n';
const DATA = 'data "aws_ecr_repository" "d" {\n  name = "app"\n}\n';
const output = (value: string) => `output "x" {\n  value = ${value}\n}\n`;
const policy = (repository: string, more = '') =>
  `resource "aws_ecr_repository_policy" "p" {\n${more}  repository = ${repository}\n  policy     = "{}"\n}\n`;

describe(ID, () => {
  it('speaks of attributes that there are not, on their names', () => {
    checkOnly(
      ID,
      `
resource "aws_ecr_repository" "a" {
  name = "app"
}
data "aws_ecr_repository" "d" {
  name = "app"
}
output "x" {
  value = [
    aws_ecr_repository.a.repository_name,
                         ^^^^^^^^^^^^^^^ error reference-attribute The nearest name is name.
    data.aws_ecr_repository.d.url,
                              ^^^ error reference-attribute repository_url
    aws_ecr_repository.a.image_scanning_configuration.scan_on_push,
                                                      ^^^^^^^^^^^^ error reference-attribute image_scanning_configuration[0]
    aws_ecr_repository.a.name.text,
                              ^^^^ error reference-attribute name is a string
  ]
}
`,
    );
  });

  it.each([
    ['a nested attribute that there is not', ONE + output('aws_ecr_repository.a.encryption_configuration[0].key')],
    ['an attribute of one of several', MANY + output('aws_ecr_repository.m["api"].uri')],
    [
      'an attribute behind a key of the block',
      MANY + policy('aws_ecr_repository.m[each.key].repo', '  for_each = aws_ecr_repository.m\n'),
    ],
    ['an attribute behind a splat', ONE + output('aws_ecr_repository.a[*].nam')],
    ['an attribute of each.value', MANY + policy('each.value.repository_name', '  for_each = aws_ecr_repository.m\n')],
    ['an attribute of a loop', MANY + output('[for r in aws_ecr_repository.m : r.url]')],
    ['an attribute of a loop by values', MANY + output('{ for r in values(aws_ecr_repository.m) : r.name => r.url }')],
    ['an attribute of a local', `${ONE}locals {\n  r = aws_ecr_repository.a\n}\n${policy('local.r.nme')}`],
    ['a list inside data', DATA + output('data.aws_ecr_repository.d.encryption_configuration.kms_key')],
    ['an attempt that is read by the schema', ONE + output('try(aws_ecr_repository.a.url, "")')],
    [
      'each without key and value',
      'resource "aws_ecr_repository" "e" {\n  for_each = toset(["ab"])\n  name     = each.name\n}\n',
    ],
    ['count without index', 'resource "aws_ecr_repository" "e" {\n  count = 2\n  name  = "ab${count.value}"\n}\n'],
    ['a path that there is not', 'resource "aws_ecr_repository" "e" {\n  name = path.modul\n}\n'],
    ['a map for a string', ONE + policy('aws_ecr_repository.a.tags_all')],
    [
      'a string for a list',
      `${ONE}resource "aws_ecr_repository_creation_template" "t" {\n  prefix      = "ab"\n  applied_for = aws_ecr_repository.a.name\n}\n`,
    ],
    ['a map inside a text', ONE + policy('"x-${aws_ecr_repository.a.tags_all}"')],
    [
      'a token',
      'ephemeral "aws_ecr_authorization_token" "t" {}\nlocals {\n  p = ephemeral.aws_ecr_authorization_token.t.pass\n}\n',
    ],
  ])('speaks of %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`error ${ID}`]);
  });

  it.each([
    [
      'attributes and arguments',
      ONE + output('[aws_ecr_repository.a.arn, aws_ecr_repository.a.tags, aws_ecr_repository.a.region]'),
    ],
    ['elements of lists', ONE + output('aws_ecr_repository.a.image_scanning_configuration[0].scan_on_push')],
    ['splats of nested blocks', ONE + output('aws_ecr_repository.a.encryption_configuration[*].kms_key')],
    ['keys of maps', ONE + output('aws_ecr_repository.a.tags["team"]')],
    ['attributes of maps', ONE + output('aws_ecr_repository.a.tags_all.team')],
    [
      'loops over other things',
      'variable "v" {}\nresource "aws_ecr_repository" "e" {\n  for_each = { for r in var.v : r.nme => r.x }\n  name     = each.value.y\n}\n',
    ],
    [
      'names of loops that are types',
      MANY + output('[for aws_ecr_repository in [{ a = { z = 1 } }] : aws_ecr_repository.a.z]'),
    ],
    ['timeouts', ONE + output('aws_ecr_repository.a.timeouts')],
    [
      'attempts behind keys that are not written',
      MANY + policy('try(aws_ecr_repository.m[each.key].z, "b")', '  for_each = aws_ecr_repository.m\n'),
    ],
    [
      'blocks that go through attributes',
      'variable "f" {}\nresource "aws_ecr_repository" "e" {\n  name = "ab"\n  dynamic "image_tag_mutability_exclusion_filter" {\n    for_each = var.f\n    content {\n      filter      = image_tag_mutability_exclusion_filter.value.x\n      filter_type = "WILDCARD"\n    }\n  }\n}\n',
    ],
    [
      'strings and numbers for each other',
      'data "aws_ecr_image" "i" {\n  repository_name = "ab"\n  most_recent     = true\n}\nresource "aws_ecr_repository" "e" {\n  name = data.aws_ecr_image.i.image_pushed_at\n}\n',
    ],
    ['reads of half a name', `${ONE}output "x" {\n  value = aws_ecr_repository.a.\n}\n`],
  ])('is silent about %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it('takes the nearest name, or the first element', () => {
    expect(fix(ONE + output('aws_ecr_repository.a.url'), 'Use repository_url')).toContain('.a.repository_url');
    expect(
      fix(ONE + output('aws_ecr_repository.a.encryption_configuration.kms_key'), 'Take the first element: [0]'),
    ).toContain('.encryption_configuration[0].kms_key');
  });
});
