import { describe, expect, it } from 'vitest';
import { checkOnly, ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'template-error';

const policy = (countNumber: string, more = '') => `
locals {
  o = { keep = 5, list = [1, 2] }
  t = "x"
}
variable "n" {}
variable "flag" { type = bool }
variable "m" { type = map(number) }
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  ${more}
  policy = jsonencode({ rules = [{
    rulePriority = 1
    selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = ${countNumber} }
    action       = { type = "expire" }
  }] })
}
`;

const FAILING = [
  'tonumber("x")',
  '[1][5]',
  '"a" + 1',
  'local.o.zz',
  'local.o["zz"]',
  'local.o.keep.deeper',
  'local.o.list[7]',
  'jsondecode("{")',
  'jsondecode("{").a',
  'regex("x", "y")',
  'length([for x in 5 : x])',
  'concat([], {})',
  'merge({}, [1])',
  'null + 1',
  '!"maybe"',
  '{ local.o = 1 }',
  'element([], 0)',
  'tonumber(local.t)',
  'lookup({}, "a")',
  'index(["a"], "b")',
  'max()',
  'local.o.keep > 3 ? tonumber("x") : 5',
  'tonumber("${local.t}")',
  'one([1, 2])',
  'tolist([1, {}])',
];

const NOT_FAILING = [
  'try(tonumber("x"), 5)',
  'try(local.o.zz, 5)',
  'can(local.o.zz) ? 4 : 5',
  'local.o.keep > 9 ? tonumber("x") : 5',
  'var.flag ? tonumber("x") : 5',
  'var.n.zz',
  'var.n[7]',
  'tonumber(var.n)',
  'jsondecode(var.n).a',
  'var.m["zz"]',
  'lookup(local.o, "zz", 5)',
  'coalesce(null, 5)',
  'data.aws_ecr_images.x.nothing[3]',
  'module.x.y.z',
];

const speaks = (code: string) => ruleIdsOnly(ID, code).filter((id) => id === 'error template-error').length;

describe('an expression that fails', () => {
  it.each(FAILING)('is reported once: %s', (expression) => {
    expect(speaks(policy(expression))).toBe(1);
    expect(speaks(policy(expression, 'count = var.flag ? 1 : 0'))).toBe(1);
    expect(speaks(policy(expression, 'count = 0'))).toBe(0);
    expect(speaks(policy(`try(${expression}, 5)`))).toBe(0);
    expect(speaks(policy(`var.flag ? ${expression} : 5`))).toBe(0);
  });

  it.each(NOT_FAILING)('is not taken for one: %s', (expression) => {
    expect(speaks(policy(expression))).toBe(0);
  });

  it('is reported where it stands, in a local too', () => {
    checkOnly(
      ID,
      `
locals {
  keep = tonumber("many")
         ^^^^^^^^^^^^^^^^ error template-error Terraform stops at this expression: a number is required
}

resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy = jsonencode({ rules = [
    { rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = local.keep }, action = { type = "expire" } },
  ] })
}
`,
    );
  });

  it('is reported in a template as the template', () => {
    expect(speaks(policy('"${null}"'))).toBe(0);
    expect(speaks(policy('"x${null}"'))).toBe(1);
    expect(speaks(policy('"x${local.o}"'))).toBe(1);
    expect(speaks(policy('"x${local.o.zz}"'))).toBe(1);
  });

  it('says what a bare name is meant to be', () => {
    const code = (name: string, declared: string) => `
${declared}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy     = local.policy
}
locals {
  policy = <<EOT
{ "rules": [{ "rulePriority": 1, "selection": { "tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": \${${name}} }, "action": { "type": "expire" } }] }
`;
    const carets = (name: string, advice: string) =>
      `${' '.repeat(120)}${'^'.repeat(name.length)} error template-error ${advice}\n`;
    const rest = 'EOT\n}\n';
    const told = (name: string, declared: string, advice: string) =>
      checkOnly(ID, code(name, declared) + carets(name, advice) + rest);
    told('prod_image_count', '', 'Write var.prod_image_count or local.prod_image_count: a bare name');
    told('keep', 'variable "keep" { type = number }', 'Write var.keep: a bare name');
    told('keep', 'locals {\n  keep = 5\n}', 'Write local.keep: a bare name');
  });
});
