import { describe, expect, it } from 'vitest';
import { check, fixTitles, ruleIds } from '../support/checkProblems.ts';

const RULE = (count: string) =>
  `{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = ${count} }, action = { type = "expire" } }`;

describe('files in the JSON syntax', () => {
  it('are checked like HCL, at the places of the JSON', () => {
    check({
      'main.tf.json': `{
  "//": "generated",
  "resource": {
    "aws_ecr_repository": {
      "app": {
        "name": "team/App",
                ^^^^^^^^^^ error repository-name
        "image_tag_mutability": "IMMUTABLE",
        "image_scanning_configuration": [{ "scan_on_push": true }]
      }
    },
    "aws_ecr_lifecycle_policy": {
      "app": [{
        "repository": "\${aws_ecr_repository.app.name}",
        "policy": "\${jsonencode(local.policy)}"
      }]
    }
  },
  "locals": {
    "days": "14",
    "policy": {
      "rules": [{
        "rulePriority": 1,
        "selection": { "tagStatus": "untagged", "countType": "sinceImagePushed", "countUnit": "days", "countNumber": "\${local.days}" },
        "action": { "type": "delete" }
                            ^^^^^^^^ error policy-enum-value
      }]
    }
  }
}
`.replace('    "days": "14",\n', '    "days": 14,\n'),
    });
  });

  it('know policies written as text', () => {
    const policy = JSON.stringify({ rules: [{ rulePriority: 0 }] });
    const text = JSON.stringify({ resource: { aws_ecr_lifecycle_policy: { p: { repository: 'team/app', policy } } } });
    expect(ruleIds({ 'main.tf.json': text })).toContain('error policy-number-range');
  });

  it('are read where an expression has escapes of JSON', () => {
    const tf = (expression: string, line = '') =>
      `{ "resource": { "aws_ecr_lifecycle_policy": { "p": { "repository": "team/app", "policy":\n${expression}\n${line} } } } }\n`;
    const rule = (status: string) =>
      `{\\"rulePriority\\" = 1, \\"description\\" = \\"\\u003cb\\u003e\\\\n\\", \\"selection\\" = {\\"tagStatus\\" = \\"${status}\\", \\"countType\\" = \\"imageCountMoreThan\\", \\"countNumber\\" = 3}, \\"action\\" = {\\"type\\" = \\"expire\\"}}`;
    const policy = (status: string) => `"\${jsonencode({\\"rules\\" = [${rule(status)}]})}"`;
    check({ 'main.tf.json': tf(policy('any')) });
    const wrong = policy('some');
    const value = wrong.indexOf('\\"some\\"');
    const carets = `${' '.repeat(value)}${'^'.repeat('\\"some\\"'.length)} error policy-enum-value\n`;
    check({ 'main.tf.json': tf(wrong, carets) });
    expect(ruleIds({ 'main.tf.json': tf('"{\\"rules\\": ${local.rules}}"') })).toEqual([]);
  });

  it('read imports, variables and their types', () => {
    expect(
      ruleIds({
        'main.tf.json': JSON.stringify({
          import: [{ to: 'aws_ecr_repository.app', id: 'team/app' }],
          variable: { count: { type: 'number', default: 5 } },
          resource: {
            aws_ecr_repository: {
              app: {
                name: 'team/app',
                image_tag_mutability: 'IMMUTABLE',
                image_scanning_configuration: { scan_on_push: true },
              },
            },
            aws_ecr_lifecycle_policy: {
              app: { repository: '${aws_ecr_repository.app.name}', policy: '${file("policy.json")}' },
            },
          },
        }),
        'policy.json': `{ "rules": [${RULE('5').replaceAll(/(\w+) =/g, '"$1":')}] }`,
      }),
    ).toEqual([]);
  });

  it('offer no fix, which would be HCL', () => {
    const text = '{ "resource": { "aws_ecr_repository": { "app": { "name": "Team" } } } }';
    expect(ruleIds({ 'main.tf.json': text })).toContain('error repository-name');
    expect(fixTitles('')).toEqual([]);
  });

  it.each([
    '',
    '{',
    '[]',
    '{ "resource": 5 }',
    '{ "resource": { "aws_ecr_repository": { "app": null } } }',
    'x'.repeat(99),
  ])('never fail: %s', (text) => {
    expect(ruleIds({ 'main.tf.json': text }).every((found) => found === 'error syntax')).toBe(true);
  });
});

describe('override files', () => {
  const BASE = `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABL"
  image_scanning_configuration {
    scan_on_push = true
  }
}
resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy     = jsonencode({ rules = [${RULE('0')}] })
}
`;

  it('replace arguments, whose old values are no longer told of', () => {
    expect(ruleIds(BASE)).toEqual(['error repository-mutability-value', 'error policy-number-range']);
    expect(
      ruleIds({
        'main.tf': BASE,
        'ecr_override.tf': `resource "aws_ecr_repository" "app" {
  image_tag_mutability = "IMMUTABLE"
}
resource "aws_ecr_lifecycle_policy" "app" {
  policy = jsonencode({ rules = [${RULE('5')}] })
}
`,
      }),
    ).toEqual([]);
  });

  it('have their own policies checked', () => {
    expect(
      ruleIds({
        'main.tf': BASE.replace('IMMUTABL"', 'IMMUTABLE"').replace(RULE('0'), RULE('5')),
        'override.tf': `resource "aws_ecr_lifecycle_policy" "app" {
  policy = jsonencode({ rules = [${RULE('0')}] })
}
`,
      }),
    ).toEqual(['error policy-number-range']);
  });
});
