import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../support/checkProblems.ts';

const selection = (number: string) => `tagStatus = "any", countType = "imageCountMoreThan", countNumber = ${number}`;
const policy = (number: string) =>
  `jsonencode({ rules = [{ rulePriority = 1, selection = { ${selection(number)} }, action = { type = "expire" } }] })`;

/** Collections under an unknown condition; `N` is a number from one branch. */
const COLLECTIONS: Readonly<Record<string, string>> = {
  'a map or none': 'var.on ? { a = 5, b = N } : {}',
  'none or a map': 'var.on ? {} : { a = N }',
  'a map of a local or none': 'var.n != null ? local.keep : {}',
  'one of two maps': 'var.on ? { a = 5 } : { a = N }',
  'a map or what is not known': 'var.on ? { a = N } : var.others',
  'a loop over a map or none': '{ for k, v in(var.on ? local.keep : {}) : k => v }',
  'a map merged with a map or none': 'var.on ? merge({ a = 5 }, local.keep) : {}',
  'one of three': 'var.on ? {} : var.n == 1 ? { a = 7 } : { a = N }',
  'a map that a key chooses': '{ dev = {}, prod = { a = N } }[var.env]',
};
/** The same for sets, whose element is the number as a text. */
const SETS: Readonly<Record<string, string>> = {
  'a set or none': 'var.on ? toset(["5", "N"]) : toset([])',
  'a set or an empty list': 'toset(var.on ? ["N"] : [])',
  'a set or what is not known': 'var.on ? toset(["N"]) : var.names',
};

const HEAD = (number: string) => `variable "on" { type = bool }
variable "n" { type = number }
variable "env" { type = string }
variable "others" { type = map(number) }
variable "names" { type = set(string) }
locals {
  keep = { a = ${number}, b = 5 }
}
`;

const resource = (collection: string, value: string) => (number: string) =>
  `${HEAD(number)}resource "aws_ecr_lifecycle_policy" "p" {
  for_each   = ${collection.replace('N', number)}
  repository = "app-\${each.key}"
  policy     = ${policy(value)}
}
`;

const document = (collection: string, use: string) => (number: string) =>
  `${HEAD(number)}data "aws_ecr_lifecycle_policy_document" "d" {
  for_each = ${collection.replace('N', number)}
  rule {
    priority = 1
    selection {
      tag_status   = "any"
      count_type   = "imageCountMoreThan"
      count_number = each.value
    }
  }
}
${use}`;

const EACH = `resource "aws_ecr_lifecycle_policy" "p" {
  for_each   = data.aws_ecr_lifecycle_policy_document.d
  repository = each.key
  policy     = each.value.json
}
`;
const ONE = `resource "aws_ecr_lifecycle_policy" "p" {
  count      = var.on ? 1 : 0
  repository = "app"
  policy     = data.aws_ecr_lifecycle_policy_document.d["a"].json
}
`;

const MODULES = Object.fromEntries([
  ...Object.entries(COLLECTIONS).flatMap(([name, collection]) => [
    [`resource, ${name}`, resource(collection, 'each.value')] as const,
    [`document, ${name}`, document(collection, '')] as const,
  ]),
  ...Object.entries(SETS).map(([name, set]) => [`resource, ${name}`, resource(set, 'tonumber(each.value)')] as const),
  ['document, handed over by each', document('var.on ? { a = N } : {}', EACH)],
  ['document, handed over by one', document('var.on ? { a = N } : {}', ONE)],
]);

describe('for_each under a condition that is not known', () => {
  it.each(Object.entries(MODULES))('%s: what a branch gives is checked', (_, module) => {
    expect(ruleIds(module('0'))).toEqual(['error policy-number-range']);
  });

  it.each(Object.entries(MODULES))('%s: is silent when it is right', (_, module) => {
    expect(ruleIds(module('6'))).toEqual([]);
  });

  it('does not hold a null against a branch that the condition may guard', () => {
    const text = `locals {
  none = null
}
${resource('var.on ? { a = local.none } : {}', 'each.value')('1')}`;
    expect(ruleIds(text)).toEqual([]);
  });
});
