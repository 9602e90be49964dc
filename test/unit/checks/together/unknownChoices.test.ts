import { describe, expect, it } from 'vitest';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../../server/src/problems/settings.ts';
import { problemStarts, ruleIds } from '../../support/checkProblems.ts';

const policy = (number: number) =>
  `jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = ${number} }, action = { type = "expire" } }] })`;
const document = (number: number) => `data "aws_ecr_lifecycle_policy_document" "d" {
  count = var.on ? 1 : 0
  rule {
    priority = 1
    selection {
      tag_status   = "any"
      count_type   = "imageCountMoreThan"
      count_number = ${number}
    }
  }
}
`;
const DOCUMENT = 'data.aws_ecr_lifecycle_policy_document.d';

/** Expressions that give one of the policies in them, or none. */
const CHOICES: Readonly<Record<string, (number: number) => string>> = {
  'a map by an unknown key': (number) => `{ a = ${policy(number)}, b = ${policy(5)} }[var.k]`,
  'a map of a local by an unknown key': () => 'local.policies[var.k]',
  'lookup by an unknown key': () => 'lookup(local.policies, var.k, null)',
  'the default of lookup': (number) => `lookup({}, var.k, ${policy(number)})`,
  'a list by an unknown index': (number) => `[${policy(5)}, ${policy(number)}][var.n]`,
  coalesce: (number) => `coalesce(var.p, ${policy(number)})`,
  'coalesce of three': (number) => `coalesce(var.p, var.k, ${policy(number)})`,
  'the default of try': (number) => `try(var.settings.policy, ${policy(number)})`,
  'one of a splat': () => `one(${DOCUMENT}[*].json)`,
  'one of an old splat': () => `one(${DOCUMENT}.*.json)`,
  'the first of an old splat': () => `${DOCUMENT}.*.json[0]`,
  'the first of a splat and a default': () => `concat(${DOCUMENT}[*].json, [""])[0]`,
  'coalesce of one of a splat': () => `coalesce(var.p, one(${DOCUMENT}[*].json))`,
  'a conditional of one of a splat': () => `var.on ? one(${DOCUMENT}[*].json) : var.p`,
  'try of an instance': () => `try(${DOCUMENT}[0].json, var.p)`,
  'each value of a map of policies': () => 'local.policies[each.key]',
};

function module(expression: string, number: number): string {
  const forEach = expression.includes('each.key') ? '  for_each   = var.names\n' : '';
  return `variable "on" { type = bool }
variable "k" { type = string }
variable "n" { type = number }
variable "p" { type = string }
variable "settings" { type = any }
variable "names" { type = set(string) }
locals {
  policies = { a = ${policy(expression.includes('local.policies') ? number : 5)} }
}
${expression.includes(DOCUMENT) ? document(number) : ''}resource "aws_ecr_lifecycle_policy" "p" {
${forEach}  repository = "app"
  policy     = ${expression}
}
`;
}

describe('one of several policies, of which it is not known which', () => {
  it.each(Object.entries(CHOICES))('%s: a mistake is told where it stands', (_, choice) => {
    const text = module(choice(0), 0);
    expect(ruleIds(text)).toEqual(['error policy-number-range']);
    expect(problemStarts(text, 'policy-number-range')).toEqual([
      Math.max(text.indexOf('countNumber = 0') + 14, text.indexOf('count_number = 0') + 15),
    ]);
  });

  it.each(Object.entries(CHOICES))('%s: is silent when all are right', (_, choice) => {
    expect(ruleIds(module(choice(7), 7))).toEqual([]);
  });

  it.each([
    'lookup(local.keep, var.k, 0)',
    'coalesce(var.n, 0)',
    'try(var.settings.keep, 0)',
    '[0, 5][var.n]',
    'one([for n in [0] : n if n != var.n])',
  ])('%s: a plain value that may not be taken is let be', (number) => {
    const text = `${module('null', 5)}locals {\n  keep = { dev = 0, prod = 5 }\n}\n`;
    expect(
      ruleIds(text.replace('= null', `= ${policy(5).replace('countNumber = 5', `countNumber = ${number}`)}`)),
    ).toEqual([]);
  });
});

describe('one document for many consumers', () => {
  const users = Array.from(
    { length: 12 },
    (_, index) => `resource "aws_ecr_lifecycle_policy" "p${index}" {
  repository = "app${index}"
  policy     = data.aws_ecr_lifecycle_policy_document.d.json
}
`,
  ).join('');
  const untagged = document(5).replace('  count = var.on ? 1 : 0\n', '').replace('"any"', '"untagged"');

  it('a hint about the whole stands once, on the document', () => {
    expect(ruleIds(untagged + users, DEFAULT_PROBLEM_SETTINGS)).toEqual(['hint policy-growth']);
    expect(problemStarts(untagged + users, 'policy-growth', DEFAULT_PROBLEM_SETTINGS)).toEqual([0]);
  });

  it('an error about the whole stands once, on the document', () => {
    const empty = 'data "aws_ecr_lifecycle_policy_document" "d" {\n}\n';
    expect(ruleIds(empty + users)).toEqual(['error policy-rule-count']);
    expect(problemStarts(empty + users, 'policy-rule-count')).toEqual([0]);
  });
});
