import { describe, expect, it } from 'vitest';
import type { Files } from '../../support/checkProblems.ts';
import { ruleIds } from '../../support/checkProblems.ts';

const errorsOf = (files: Files) => ruleIds(files).filter((found) => found.startsWith('error'));

const document = (priority: number) =>
  `jsonencode({ rules = [{ rulePriority = ${priority}, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } }] })`;

/** How a call is repeated, and expressions that take a policy from all of its instances. */
const CALLS: readonly (readonly [string, readonly string[]])[] = [
  [
    'for_each = toset(["a", "b"])',
    [
      'values(module.m)[0].json',
      'values(module.m)[*].json[0]',
      '[for key, one in module.m : one.json][1]',
      '{ for key, one in module.m : key => one.json }["a"]',
      'lookup(module.m, "a").json',
      'module.m["b"]["json"]',
      'element(values(module.m), 1).json',
    ],
  ],
  [
    'count = 2',
    [
      'module.m.*.json[0]',
      'element(module.m[*].json, 1)',
      'concat(module.m[*].json, [""])[0]',
      '[for one in module.m : one.json][0]',
      'coalesce(module.m[*].json...)',
    ],
  ],
  ['count = 1', ['one(module.m[*].json)', 'join("", module.m[*].json)', 'one(module.m).json']],
  ['count = var.on ? 1 : 0', ['one(module.m[*].json)', 'try(one(module.m[*]).json, null)']],
  ['', ['one(module.m[*].json)', 'module.m["json"]', 'one(values({ a = module.m })).json']],
];

const CASES = CALLS.flatMap(([repetition, expressions]) =>
  expressions.map((expression) => ({ repetition, expression })),
);

const files = (repetition: string, expression: string, priority: number, meta = '') => ({
  'main.tf': `variable "on" {
  type = bool
}
module "m" {
  source = "./m"
  ${repetition}
}
resource "aws_ecr_lifecycle_policy" "p" {
  ${meta}
  repository = ${meta === '' ? '"team/app"' : '"team/${each.key}"'}
  policy     = ${expression}
}
`,
  'm/main.tf': `output "json" {\n  value = ${document(priority)}\n}\noutput "other" {\n  value = terraform.workspace\n}\n`,
});

describe('the instances of a call, taken together', () => {
  const legal = CASES.filter(({ expression }) => !expression.includes('[*].json[0]'));

  it.each(legal)('are followed to a policy: $repetition $expression', ({ repetition, expression }) => {
    expect(errorsOf(files(repetition, expression, 0))).toContain('error policy-number-range');
    expect(errorsOf(files(repetition, expression, 1))).toEqual([]);
  });

  it('are the instances of what is made for each of them', () => {
    const made = (priority: number) =>
      errorsOf(files('for_each = toset(["a", "b"])', 'each.value.json', priority, 'for_each = module.m'));
    expect(made(0)).toEqual(['error policy-number-range']);
    expect(made(1)).toEqual([]);
  });

  it('have no index of their own behind a full splat, which Terraform refuses once', () => {
    expect(errorsOf(files('count = 2', 'module.m[*].json[0]', 1))).toEqual(['error template-error']);
    const values = files('for_each = toset(["a", "b"])', 'values(module.m)[*].json[0]', 1);
    expect(errorsOf(values)).toEqual(['error template-error']);
  });

  it('are a map for which a splat is refused once', () => {
    const found = errorsOf(files('for_each = toset(["a"])', 'one(module.m[*].json)', 0));
    expect(found).toEqual(['error reference-instance']);
  });

  it.each([
    ['for_each = var.on', 'values(module.m)[0].other'],
    ['count = var.on', 'one(module.m[*].other)'],
    ['for_each = toset([var.on])', '[for one in module.m : one.other][0]'],
    ['enabled = var.on', 'module.m["other"]'],
  ])('are let be where they are not known: %s', (repetition, expression) => {
    const text = files(repetition, expression, 1);
    expect(errorsOf(text)).toEqual([]);
  });
});
