import { describe, expect, it } from 'vitest';
import { checkOnly, fix, ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'reference-instance';
const MANY = 'resource "aws_ecr_repository" "m" {\n  for_each = toset(["api", "web"])\n  name     = each.key\n}\n';
const TWO = 'resource "aws_ecr_repository" "c" {\n  count = 2\n  name  = "app${count.index}"\n}\n';
const ONE = 'resource "aws_ecr_repository" "a" {\n  name = "app"\n}\n';
const policy = (repository: string, more = '') =>
  `resource "aws_ecr_repository_policy" "p" {\n${more}  repository = ${repository}\n  policy     = "{}"\n}\n`;

describe(ID, () => {
  it('speaks of keys that lack, are needless or that there are not', () => {
    checkOnly(
      ID,
      `
resource "aws_ecr_repository" "m" {
  for_each = toset(["api", "web"])
  name     = each.key
}
resource "aws_ecr_repository" "a" {
  name = "app"
}
output "x" {
  value = [
    aws_ecr_repository.m.arn,
    ^^^^^^^^^^^^^^^^^^^^ error reference-instance has for_each
    aws_ecr_repository.a[0].arn,
    ^^^^^^^^^^^^^^^^^^^^^^^ error reference-instance neither count nor for_each
    aws_ecr_repository.m["app"].arn,
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error reference-instance It has ["api"], ["web"].
    aws_ecr_repository.m[*].arn,
    ^^^^^^^^^^^^^^^^^^^^^^^ error reference-instance a splat does not go through a map
  ]
}
`,
    );
  });

  it.each([
    ['a missing key with count', TWO + policy('aws_ecr_repository.c.name')],
    ['a missing key with for_each', MANY + policy('aws_ecr_repository.m.name')],
    ['a key past the count', TWO + policy('aws_ecr_repository.c[2].name')],
    ['an index of the block past the count', TWO + policy('aws_ecr_repository.c[count.index].name', '  count = 3\n')],
    ['a text for a number', TWO + policy('aws_ecr_repository.c["api"].name')],
    ['a number for a text', MANY + policy('aws_ecr_repository.m[0].name')],
    ['each.key on a single one', ONE + policy('aws_ecr_repository.a[each.key].name', '  for_each = toset(["x"])\n')],
    ['count.index on a single one', ONE + policy('aws_ecr_repository.a[count.index].name', '  count = 2\n')],
    ['a whole resource', ONE + policy('aws_ecr_repository.a')],
    ['a whole resource of a condition', `${ONE}variable "x" {}\n${policy('var.x ? aws_ecr_repository.a : "b"')}`],
    ['all instances', TWO + policy('aws_ecr_repository.c')],
    ['a splat', TWO + policy('aws_ecr_repository.c[*].name')],
    ['an old splat', TWO + policy('aws_ecr_repository.c.*.name')],
    ['an index behind a full splat', TWO + policy('aws_ecr_repository.c[*].name[count.index]', '  count = 2\n')],
    ['a splat inside a text', ONE + policy('"${aws_ecr_repository.a[*].name}-x"')],
    ['each.value that is a resource', MANY + policy('each.value', '  for_each = aws_ecr_repository.m\n')],
    ['a local that is a resource', `${ONE}locals {\n  r = aws_ecr_repository.a\n}\n${policy('local.r')}`],
    ['another word before the type', MANY + policy('resource.aws_ecr_repository.m.name')],
    [
      'an index of a set',
      'data "aws_ecr_repositories" "r" {}\noutput "x" {\n  value = data.aws_ecr_repositories.r.names[0]\n}\n',
    ],
    [
      'a key of a data source',
      'data "aws_ecr_repository" "r" {\n  name = "ab"\n}\noutput "x" {\n  value = data.aws_ecr_repository.r[0].arn\n}\n',
    ],
  ])('speaks of %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`error ${ID}`]);
  });

  it.each([
    ['keys that there are', MANY + policy('aws_ecr_repository.m["api"].name')],
    ['a number as text', TWO + policy('aws_ecr_repository.c["1"].name')],
    [
      'keys that are not known',
      `variable "n" {}\n${MANY.replace('toset(["api", "web"])', 'var.n')}${policy('aws_ecr_repository.m["x"].name')}`,
    ],
    [
      'a count that is not known',
      `variable "n" {}\n${TWO.replace('= 2', '= var.n ? 1 : 0')}${policy('aws_ecr_repository.c[0].name')}`,
    ],
    ['one of a splat', TWO + policy('one(aws_ecr_repository.c[*].name)')],
    ['an index behind an old splat', TWO + policy('aws_ecr_repository.c.*.name[count.index]', '  count = 2\n')],
    ['a splat of a single one', `${ONE}output "x" {\n  value = aws_ecr_repository.a[*].name\n}\n`],
    ['a splat of values', `${MANY}output "x" {\n  value = values(aws_ecr_repository.m)[*].name\n}\n`],
    ['a loop', `${MANY}output "x" {\n  value = { for k, r in aws_ecr_repository.m : k => r.arn }\n}\n`],
    ['an attempt', TWO + policy('try(aws_ecr_repository.c[5].name, "b")')],
    ['a branch', TWO + policy('length(aws_ecr_repository.c) > 5 ? aws_ecr_repository.c[5].name : "b"')],
    [
      'a block that there may not be',
      TWO + policy('aws_ecr_repository.c[5].name', '  count = length(aws_ecr_repository.c) > 5 ? 1 : 0\n'),
    ],
    ['attributes by each.key', `${ONE}output "x" {\n  value = [for k in ["name"] : aws_ecr_repository.a[k]]\n}\n`],
    ['dependencies on all instances', `${MANY}${policy('"ab"', '  depends_on = [aws_ecr_repository.m]\n')}`],
    ['chained instances', MANY + policy('aws_ecr_repository.m[each.key].name', '  for_each = aws_ecr_repository.m\n')],
    ['values of chained instances', MANY + policy('each.value.name', '  for_each = aws_ecr_repository.m\n')],
    [
      'a block that is being typed',
      `${TWO}resource "aws_ecr_repository_policy" "p" {\n  repository = aws_ecr_repository.c.\n}\n`,
    ],
    [
      'another service',
      'resource "aws_iam_role" "r" {\n  count = 2\n}\noutput "x" {\n  value = aws_iam_role.r.arn\n}\n',
    ],
  ])('is silent about %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it('adds the key that both blocks go through', () => {
    const same = '  for_each = toset(["api", "web"])\n';
    expect(fix(MANY + policy('aws_ecr_repository.m.name', same), 'Add the key: [each.key]')).toContain(
      'repository = aws_ecr_repository.m[each.key].name',
    );
    expect(fix(ONE + policy('aws_ecr_repository.a[0].name'), 'Remove the key')).toContain(
      '= aws_ecr_repository.a.name',
    );
    expect(fix(ONE + policy('aws_ecr_repository.a'), 'Use its name')).toContain('= aws_ecr_repository.a.name');
  });

  it('sees override files and JSON', () => {
    const override = 'resource "aws_ecr_repository" "a" {\n  count = 1\n}\n';
    expect(
      ruleIdsOnly(ID, { 'main.tf': ONE + policy('aws_ecr_repository.a.name'), 'x_override.tf': override }),
    ).toEqual([`error ${ID}`]);
    const json = JSON.stringify({
      resource: {
        aws_ecr_repository: { a: { count: 2, name: 'ab' } },
        aws_ecr_repository_policy: { p: { repository: '${aws_ecr_repository.a.name}', policy: '{}' } },
      },
    });
    expect(ruleIdsOnly(ID, { 'main.tf.json': json })).toEqual([`error ${ID}`]);
  });
});
