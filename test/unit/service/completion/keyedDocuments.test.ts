import { describe, expect, it } from 'vitest';
import { hover } from '../../../../server/src/service/hover/hover.ts';
import { labelsAt, openAtCursor } from './cursor.ts';

const keyed = (expression: string) =>
  `resource "awscc_ecr_repository" "app" {\n  repository_name  = "app"\n  lifecycle_policy = {\n    lifecycle_policy_text = ${expression}\n    registry_id           = "123456789012"\n  }\n}\n`;

describe('a policy under a key of an argument is completed', () => {
  it.each([
    ['a rule', 'jsonencode({ rules = [{ $0 }] })', 'selection'],
    ['a selection', 'jsonencode({ rules = [{ selection = { $0 } }] })', 'countType'],
    ['a value', 'jsonencode({ rules = [{ selection = { tagStatus = "$0" } }] })', 'untagged'],
    ['an action', 'jsonencode({ rules = [{ action = { type = $0 } }] })', 'expire'],
    ['the policy', 'jsonencode({ $0 })', 'rules'],
    ['a heredoc', '<<EOF\n{ "rules": [{ "selection": { "$0" } }] }\nEOF', 'countType'],
    ['a value of a heredoc', '<<EOF\n{ "rules": [{ "selection": { "countType": "$0" } }] }\nEOF', 'imageCountMoreThan'],
    ['a quoted string', '"{\\"rules\\": [{\\"action\\": {\\"type\\": $0}}]}"', 'expire'],
  ])('in %s', (_, expression, label) => {
    expect(labelsAt(keyed(expression))).toContain(label);
  });

  it.each([
    ['before the key', '  lifecycle_policy = {\n    $0\n    lifecycle_policy_text = jsonencode({})\n  }'],
    [
      'at another key',
      '  lifecycle_policy = {\n    lifecycle_policy_text = jsonencode({})\n    registry_id = "$0"\n  }',
    ],
    ['in another argument', '  lifecycle_policy = { lifecycle_policy_text = jsonencode({}) }\n  tags = [{ $0 }]'],
  ])('and not %s', (_, body) => {
    expect(labelsAt(`resource "awscc_ecr_repository" "app" {\n${body}\n}\n`)).not.toContain('rules');
  });
});

it.each([
  ['a key', 'jsonencode({ rules = [{ selection = { count$0Type = "imageCountMoreThan" } }] })', 'What is counted'],
  ['a value', 'jsonencode({ rules = [{ selection = { tagStatus = "unt$0agged" } }] })', 'Images without any tag'],
])('%s there is explained', (_, expression, words) => {
  const { module, uri, offset } = openAtCursor(keyed(expression));
  expect(JSON.stringify(hover({ module, uri, offset }))).toContain(words);
});
