import { describe, expect, it } from 'vitest';
import { accept, labelsAt } from './cursor.ts';

const use = (policy: string) =>
  `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = ${policy}\n}\n`;
const RULE_KEYS = ['rulePriority', 'selection', 'action', 'description'];

describe('locals that policies use', () => {
  it.each([
    ['the whole text', 'policy = jsonencode({ $0 })', use('local.policy'), ['rules']],
    ['the policy as an object', 'policy = { $0 }', use('jsonencode(local.policy)'), ['rules']],
    ['a heredoc', 'policy = <<-EOF\n    { "rules": [{ $0 }] }\n  EOF', use('local.policy'), RULE_KEYS],
    ['the list of rules', 'rules = [{ $0 }]', use('jsonencode({ rules = local.rules })'), RULE_KEYS],
    ['a single rule', 'keep = { $0 }', use('jsonencode({ rules = [local.keep] })'), RULE_KEYS],
    ['a part of the list', 'more = [{ $0 }]', use('jsonencode({ rules = concat([{}], local.more) })'), RULE_KEYS],
    [
      'an action',
      'act = { $0 }',
      use('jsonencode({ rules = [{ action = local.act }] })'),
      ['type', 'targetStorageClass'],
    ],
    ['a value', 'unit = "$0"', use('jsonencode({ rules = [{ selection = { countUnit = local.unit } }] })'), ['days']],
    [
      'a local of a local',
      'inner = { $0 }\n  outer = [local.inner]',
      use('jsonencode({ rules = local.outer })'),
      RULE_KEYS,
    ],
    ['a branch', 'on = [{ $0 }]', use('jsonencode({ rules = var.keep ? local.on : [] })'), RULE_KEYS],
  ])('%s', (_, local, policy, labels) => {
    const text = `locals {\n  ${local}\n}\n`;
    expect(labelsAt(text, false, { 'policy.tf': policy })).toEqual(labels);
  });
});

describe('locals that nothing uses yet are known by their keys', () => {
  it.each([
    ['a rule', 'locals {\n  rule = {\n    rulePriority = 1\n    $0\n  }\n}\n', ['selection', 'action', 'description']],
    ['rules', 'locals {\n  rules = [\n    { rulePriority = 1 },\n    { rulePriority = $0 },\n  ]\n}\n', ['2']],
    ['a selection', 'locals {\n  s = {\n    tagStatus = "$0"\n  }\n}\n', ['tagged', 'untagged', 'any']],
    [
      'a rule deep inside',
      'locals {\n  all = { app = { rule = {\n    rulePriority = 1\n    action = { type = "$0" }\n  } } }\n}\n',
      ['expire', 'transition'],
    ],
  ])('%s', (_, text, labels) => {
    expect(labelsAt(text, false)).toEqual(labels);
  });

  it('completes while the local is half typed', () => {
    const write = (value: string) => `locals {\n  s = {\n    tagStatus = "any"\n    countType = ${value}\n  }\n}\n`;
    expect(accept(write('"$0'), 'sinceImagePushed')).toBe(write('"sinceImagePushed"'));
  });
});
