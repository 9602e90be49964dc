import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../support/checkProblems.ts';

const POLICY = (number: string) =>
  `jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = ${number} }, action = { type = "expire" } }] })`;

const MODULE = `variable "keep" {
}
output "json" {
  value = ${POLICY('var.keep')}
}
output "all" {
  value = { json = ${POLICY('var.keep')} }
}
output "fixed" {
  value = ${POLICY('0')}
}
`;

const DOCUMENT = `variable "keep" {
}
data "aws_ecr_lifecycle_policy_document" "d" {
  rule {
    priority = 1
    selection {
      tag_status   = "any"
      count_type   = "imageCountMoreThan"
      count_number = var.keep
    }
  }
}
output "document" {
  value = data.aws_ecr_lifecycle_policy_document.d.json
}
`;

const files = (call: string, policy: string, more = '', module = MODULE) => ({
  'main.tf': `variable "names" {
  type = map(number)
}
variable "key" {
  type = string
}
module "m" {
  source = "./m"
  ${call}
}
resource "aws_ecr_lifecycle_policy" "p" {
  ${more}
  repository = "app${more.replace(/ = .*/, '').replace('for_each', '-${each.key}').replace('count', '-${count.index}')}"
  policy     = ${policy}
}
`,
  'm/main.tf': module,
});

const SET = 'for_each = toset(["a", "b"])\n  keep     = each.key == "a" ? 0 : 5';
const MAP = 'for_each = { a = 0, b = 5 }\n  keep     = each.value';
const OBJECTS = 'for_each = { a = { keep = 0 }, b = { keep = 5 } }\n  keep     = each.value.keep';
const COUNT = 'count = 2\n  keep  = count.index';
const UNKNOWN = 'for_each = var.names\n  keep     = each.value';

/** Wrong calls and policies, and the same with a correct instance. */
const TABLE: readonly (readonly [string, string, string])[] = [
  [SET, 'module.m["a"].json', 'module.m["b"].json'],
  [MAP, 'module.m["a"].json', 'module.m["b"].json'],
  [OBJECTS, 'module.m["a"].json', 'module.m["b"].json'],
  [COUNT, 'module.m[0].json', 'module.m[1].json'],
  [MAP, 'module.m["a"].all.json', 'module.m["b"].all["json"]'],
  [MAP, 'module.m["${"a"}"].json', 'module.m["${"b"}"].json'],
  [COUNT, 'module.m[1 - 1].json', 'module.m["1"].json'],
  [COUNT, 'module.m[0].fixed', 'module.m[1].json'],
  [UNKNOWN, 'module.m["a"].fixed', 'module.m["a"].json'],
  [MAP, 'module.m[var.key].fixed', 'module.m[var.key].json'],
  ['count = length(var.names)\n  keep  = 1', 'module.m[0].fixed', 'module.m[0].json'],
];

describe('an output of a call that is repeated', () => {
  it.each(TABLE)('is followed: %s: %s', (call, wrong, right) => {
    expect(ruleIds(files(call, wrong))).toEqual(['error policy-number-range']);
    expect(ruleIds(files(call, right))).toEqual([]);
  });

  it('is followed for each instance of a block', () => {
    const found = ruleIds(files(MAP, 'module.m[each.key].json', 'for_each = toset(["a", "b"])'));
    expect(found).toEqual(['error policy-number-range']);
    expect(ruleIds(files(MAP, 'module.m[each.key].json', 'for_each = toset(["b"])'))).toEqual([]);
    expect(ruleIds(files(COUNT, 'module.m[count.index].json', 'count = 2'))).toEqual(['error policy-number-range']);
  });

  it.each([
    [MAP, 'module.m["a"].document'],
    [SET, 'module.m["a"].document'],
    [COUNT, 'module.m[0].document'],
  ])('is told once of a document: %s: %s', (call, policy) => {
    expect(ruleIds(files(call, policy, '', DOCUMENT))).toEqual(['error policy-number-range']);
  });

  it.each([
    ['module.m["c"].json', ['error reference-instance']],
    ['module.m[5].json', ['error reference-instance']],
    ['module.m["a"].nothing', []],
  ])('is not known where there is none: %s', (policy, told) => expect(ruleIds(files(MAP, policy))).toEqual(told));
});
