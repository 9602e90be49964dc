import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../support/checkProblems.ts';

const enabled = (condition: string) => `  lifecycle {\n    enabled = ${condition}\n  }\n`;
const REST = '  image_tag_mutability = "IMMUTABLE"\n  image_scanning_configuration {\n    scan_on_push = true\n  }\n';
const repository = (more: string) => `resource "aws_ecr_repository" "r" {\n  name = "team/x"\n${REST}${more}}\n`;
const good =
  'jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } }] })';
const bad = good.replace('"any"', '"none"');
const policy = (name: string, more: string, repo = '"team/x"', text = good) =>
  `resource "aws_ecr_lifecycle_policy" "${name}" {\n  repository = ${repo}\n  policy     = ${text}\n${more}}\n`;
const document = (more: string, status = 'any') =>
  `data "aws_ecr_lifecycle_policy_document" "d" {\n  rule {\n    priority = 1\n    selection {\n      tag_status   = "${status}"\n      count_type   = "imageCountMoreThan"\n      count_number = 5\n    }\n    action {\n      type = "expire"\n    }\n  }\n${more}}\n`;
const NAME = 'aws_ecr_repository.r.name';
const JSON_POLICIES = (first: boolean | string, second: boolean | string) =>
  JSON.stringify({
    resource: {
      aws_ecr_lifecycle_policy: {
        a: { repository: 'team/x', policy: '${var.p}', lifecycle: { enabled: first } },
        b: { repository: 'team/x', policy: '${var.p}', lifecycle: [{ enabled: second }] },
      },
    },
    variable: { p: {}, on: {} },
  });

/** Texts of one module that exclude each other. */
const SILENT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'exclusive conditions': { 'main.tf': policy('a', enabled('var.on')) + policy('b', enabled('!var.on')) },
  'the same in a file for OpenTofu': { 'main.tofu': policy('a', enabled('var.on')) + policy('b', enabled('!var.on')) },
  'one turned off': { 'main.tf': policy('a', enabled('false')) + policy('b', '') },
  'the other turned off': { 'main.tf': policy('a', '') + policy('b', enabled('false')) },
  'one that may be absent': { 'main.tf': policy('a', '') + policy('b', enabled('var.on')) },
  'one turned off by a local': {
    'main.tf': `locals {\n  off = false\n}\n${policy('a', enabled('local.off'))}${policy('b', '')}`,
  },
  'JSON, turned off': { 'main.tf.json': JSON_POLICIES(false, true) },
  'JSON, exclusive': { 'main.tofu.json': JSON_POLICIES('${var.on}', '${!var.on}') },
  'by a document': {
    'main.tf':
      document(enabled('var.on')) +
      policy('a', enabled('var.on'), '"team/x"', 'data.aws_ecr_lifecycle_policy_document.d.json') +
      policy('b', enabled('!var.on')),
  },
  'repository and policy together': { 'main.tf': repository(enabled('var.on')) + policy('a', enabled('var.on'), NAME) },
  'a repository turned off, without a policy': { 'main.tf': repository(enabled('false')) },
  'a repository that may be absent, without a policy': { 'main.tf': repository(enabled('var.on')) },
  'a bad policy turned off': { 'main.tf': policy('a', enabled('false'), '"team/x"', bad) },
  'a call turned off': {
    'main.tf': `module "m" {\n  source = "./m"\n  policy = ${bad}\n${enabled('false')}}\n`,
    'm/main.tf': `variable "policy" {}\n${policy('a', '', '"team/x"', 'var.policy')}`,
  },
  'an import without a key': {
    'main.tf': `${repository(enabled('var.on'))}${policy('a', enabled('var.on'), NAME)}import {\n  to = aws_ecr_repository.r\n  id = "team/x"\n}\n`,
  },
};

describe("OpenTofu's `enabled`", () => {
  it.each(Object.entries(SILENT))('keeps apart: %s', (_, files) => {
    expect(ruleIds(files)).toEqual([]);
  });

  it.each([
    [policy('a', '') + policy('b', ''), 'error policy-repository-repeated'],
    [policy('a', enabled('true'), '"team/x"', bad), 'error policy-enum-value'],
    [policy('a', enabled('var.on'), '"team/x"', bad), 'error policy-enum-value'],
    [repository(enabled('true')), 'info repository-no-lifecycle-policy'],
    [
      document(enabled('var.on'), 'none') +
        policy('a', enabled('var.on'), '"team/x"', 'data.aws_ecr_lifecycle_policy_document.d.json'),
      'error policy-enum-value',
    ],
    [
      `${repository(enabled('true'))}${policy('a', '', NAME)}import {\n  to = aws_ecr_repository.r[0]\n  id = "team/x"\n}\n`,
      'error import-target-key',
    ],
  ])('does not hide what is there', (text, id) => {
    expect(ruleIds(text)).toContain(id);
  });
});
