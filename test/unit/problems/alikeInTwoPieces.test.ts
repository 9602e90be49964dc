import { describe, expect, it } from 'vitest';
import { isNotAmong } from '../../../server/src/problems/foreignModules.ts';
import type { Problem } from '../../../server/src/problems/problem.ts';
import { openSyntaxFile } from '../../../server/src/syntax/tree/file.ts';
import { problemLines } from '../support/checkProblems.ts';

const ROOT = 'file:///code';
const MODULE = `variable "rules" {}
resource "aws_ecr_repository" "this" {
  name                 = "app"
  image_tag_mutability = "IMMUTABLE"
}
resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy     = jsonencode({ rules = var.rules })
}
`;
const rules = (tagStatus: string) =>
  `[{ rulePriority = 1, selection = { tagStatus = "${tagStatus}", countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } }]`;
const locals = (name: string, tagStatus: string) => `locals {\n  ${name} = ${rules(tagStatus)}\n}\n`;
const errors = (text: string) =>
  problemLines({ [`${ROOT}/main.tf`]: text, [`${ROOT}/m/main.tf`]: MODULE })
    .filter((line) => line.includes('policy-enum-value'))
    .map((line) => line.replace(`${ROOT}/main.tf:`, ''));

describe('mistakes at the same character of two blocks', () => {
  it.each([
    [
      'two locals in two instances of a call',
      'module "m" {\n  for_each = { a = local.a, b = local.b }\n  source = "./m"\n  rules = each.value\n}\n',
    ],
    [
      'two calls',
      'module "m" {\n  source = "./m"\n  rules = local.a\n}\nmodule "n" {\n  source = "./m"\n  rules = local.b\n}\n',
    ],
    [
      'two instances of a policy',
      'resource "aws_ecr_lifecycle_policy" "p" {\n  for_each   = { a = local.a, b = local.b }\n  repository = each.key\n  policy     = jsonencode({ rules = each.value })\n}\n',
    ],
  ])('are both reported: %s', (_, user) => {
    const text = `${locals('a', 'tagges')}${locals('b', 'tagges')}${user}`;
    expect(errors(text)).toEqual(['2:54 error policy-enum-value', '5:54 error policy-enum-value']);
  });
});

describe('a problem seen through a call is one of the call itself', () => {
  const [first, second] = openSyntaxFile(`locals {\n  a = "aaaaaaaa"\n}\nlocals {\n  b = "bbbbbbbb"\n}\n`).pieces.map(
    ({ piece }) => piece,
  );
  if (first === undefined || second === undefined) throw new Error('there are two blocks');
  const at = (start: number, end: number, more: Partial<Problem> = {}, piece = first): Problem => ({
    ruleId: 'policy-growth',
    severity: 'hint',
    place: { uri: 'main.tf', piece, start, end },
    message: 'It grows.',
    related: [],
    fixes: [],
    ...more,
  });
  const own = [at(5, 10)];

  it.each([
    ['at the same place', at(5, 10)],
    ['that ends later', at(5, 20)],
    ['that ends earlier', at(5, 7)],
    ['inside it', at(6, 9)],
    ['around it', at(2, 30)],
  ])('%s', (_, problem) => {
    expect(isNotAmong(own)(problem)).toBe(false);
  });

  it.each([
    ['another rule', at(5, 10, { ruleId: 'policy-length' })],
    ['another message at the same place', at(5, 10, { message: 'It grows twice.' })],
    ['another message that ends later', at(5, 20, { message: 'It grows twice.' })],
    ['before it', at(1, 5, {})],
    ['after it', at(10, 12)],
    ['across its end', at(7, 12)],
    ['the same characters of another block', at(5, 10, {}, second)],
    ['around the same characters of another block', at(5, 20, {}, second)],
  ])('unless it is %s', (_, problem) => {
    expect(isNotAmong(own)(problem)).toBe(true);
  });
});
