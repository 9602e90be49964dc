import { describe, expect, it } from 'vitest';
import { checkOnly, ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'reference-cycle';
const repository = (label: string, name: string, more = '') =>
  `resource "aws_ecr_repository" "${label}" {\n  name = ${name}\n${more}}\n`;

describe('blocks that refer to themselves', () => {
  it('are reported on the first reference of the last block', () => {
    checkOnly(ID, {
      'a.tf': repository('a', 'local.x'),
      'b.tf': `locals {
  x = aws_ecr_repository.b.name
}
resource "aws_ecr_repository" "b" {
  name = aws_ecr_repository.a.arn
         ^^^^^^^^^^^^^^^^^^^^^^^^ error reference-cycle through aws_ecr_repository.a and local.x
}
`,
    });
  });

  it.each([
    ['itself', repository('a', 'aws_ecr_repository.a.arn')],
    [
      'itself by another instance',
      repository('a', '"ab"', '  for_each = toset(["x", "y"])\n  tags = { other = aws_ecr_repository.a["x"].arn }\n'),
    ],
    ['itself as data', 'data "aws_ecr_repository" "d" {\n  name = data.aws_ecr_repository.d.name\n}\n'],
    ['itself by a branch', repository('a', 'true ? "ab" : aws_ecr_repository.a.arn')],
    [
      'each other by depends_on',
      repository('a', '"ab"', '  depends_on = [aws_ecr_repository.b]\n') + repository('b', 'aws_ecr_repository.a.name'),
    ],
    [
      'each other by way of another service',
      `${repository('a', 'aws_iam_role.r.name')}resource "aws_iam_role" "r" {\n  name = aws_ecr_repository.a.arn\n}\n`,
    ],
    ['itself by a local', `${repository('a', 'local.n')}locals {\n  n = upper(aws_ecr_repository.a.arn)\n}\n`],
  ])('refer to %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`error ${ID}`]);
  });

  it.each([
    [
      'a chain',
      repository('a', '"ab"') +
        repository('b', 'aws_ecr_repository.a.name') +
        repository('c', 'aws_ecr_repository.b.name'),
    ],
    [
      'a diamond',
      `${repository('a', '"ab"')}locals {\n  x = aws_ecr_repository.a.name\n  y = aws_ecr_repository.a.arn\n}\n${repository('b', 'local.x', '  tags = { y = local.y }\n')}`,
    ],
    [
      'a name of a loop',
      repository('a', '[for aws_ecr_repository in [{ a = { name = "ab" } }] : aws_ecr_repository.a.name][0]'),
    ],
    ['waiting for itself', repository('a', '"ab"', '  depends_on = [aws_ecr_repository.a]\n')],
    [
      'self in a postcondition',
      repository(
        'a',
        '"ab"',
        '  lifecycle {\n    postcondition {\n      condition     = self.arn != ""\n      error_message = "No."\n    }\n  }\n',
      ),
    ],
    [
      'data of the same name',
      `${repository('a', 'data.aws_ecr_repository.a.name')}data "aws_ecr_repository" "a" {\n  name = "ab"\n}\n`,
    ],
    [
      'modules that need each other',
      'module "a" {\n  source = "./a"\n  x = module.b.y\n}\nmodule "b" {\n  source = "./b"\n  x = module.a.y\n}\n',
    ],
    ['cycles of other services', 'resource "aws_iam_role" "r" {\n  name = aws_iam_role.r.arn\n}\n'],
  ])('are not told of %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
