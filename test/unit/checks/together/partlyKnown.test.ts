import { describe, expect, it } from 'vitest';
import type { Files } from '../../support/checkProblems.ts';
import { ruleIds } from '../../support/checkProblems.ts';

const rules = (countNumber: string, description = '"kept"') =>
  `{ rules = [{ rulePriority = 1, description = ${description}, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = ${countNumber} }, action = { type = "expire" } }] }`;

const resource = (policy: string, more = '') => `
variable "p" { type = string }
variable "k" { type = string }
variable "text" { type = string }
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  ${more}
  policy = ${policy}
}
`;

const document = (countNumber: string) => `
variable "on" { type = bool }
data "aws_ecr_lifecycle_policy_document" "d" {
  count = var.on ? 1 : 0
  rule {
    priority = 1
    selection {
      tag_status   = "any"
      count_type   = "imageCountMoreThan"
      count_number = ${countNumber}
    }
  }
}
`;

/** A policy for each way to write it, given a `countNumber`. */
const SPELLINGS: Readonly<Record<string, (countNumber: string) => string | Files>> = {
  'coalesce of an input and a written policy': (number) => resource(`coalesce(var.p, jsonencode(${rules(number)}))`),
  'a map of policies with an unknown key': (number) =>
    `locals {\n  ps = { a = jsonencode(${rules(number)}), b = "x" }\n}\n${resource('local.ps[var.k]')}`,
  'yamldecode of a heredoc': (number) =>
    resource(
      `jsonencode(yamldecode(<<-EOT\n    rules:\n      - rulePriority: 1\n        selection:\n          tagStatus: any\n          countType: imageCountMoreThan\n          countNumber: ${number}\n        action:\n          type: expire\n  EOT\n  ))`,
    ),
  'one of a splat': (number) =>
    document(number) + resource('one(data.aws_ecr_lifecycle_policy_document.d[*].json)', 'count = var.on ? 1 : 0'),
  'join of a splat': (number) =>
    document(number) + resource('join("", data.aws_ecr_lifecycle_policy_document.d.*.json)', 'count = var.on ? 1 : 0'),
  'an element of a splat': (number) =>
    document(number) + resource('data.aws_ecr_lifecycle_policy_document.d.*.json[0]', 'count = var.on ? 1 : 0'),
  'element() of a splat': (number) =>
    document(number) +
    resource('element(data.aws_ecr_lifecycle_policy_document.d[*].json, 0)', 'count = var.on ? 1 : 0'),
  'a text that is not empty': (number) =>
    resource(
      'each.value',
      `for_each = { for k, v in { a = jsonencode(${rules(number, 'var.text')}) } : k => v if v != "" }`,
    ),
  'a text that begins as JSON does': (number) =>
    resource(
      'each.value',
      `for_each = { for k, v in { a = jsonencode(${rules(number, 'var.text')}) } : k => v if startswith(v, "{") }`,
    ),
};

describe('a policy of which something is not known', () => {
  for (const [spelling, code] of Object.entries(SPELLINGS)) {
    it(`is checked: ${spelling}`, () => {
      expect(ruleIds(code('0'))).toContain('error policy-number-range');
      expect(ruleIds(code('5')).filter((id) => id.startsWith('error') && !id.includes('json-syntax'))).toEqual([]);
    });
  }

  it('is left alone where nothing of it is known', () => {
    for (const policy of ['coalesce(var.p, var.k)', 'jsonencode(yamldecode(var.text))', 'one(var.p[*])']) {
      expect(ruleIds(resource(policy))).toEqual([]);
    }
  });

  it('is not read as YAML where YAML is a bomb or uses what is not followed', () => {
    const bomb = 'a: &a [x,x,x,x,x,x,x,x]\\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\\nc: [*b,*b,*b,*b,*b,*b,*b,*b]';
    const deep = '['.repeat(5000);
    for (const text of [bomb, deep, 'rules: &a yes', 'rules: yes\\n---\\n', '%TAG ! x\\n---\\n!a b']) {
      expect(ruleIds(resource(`jsonencode(yamldecode("${text}"))`))).toEqual([]);
    }
  });
});
