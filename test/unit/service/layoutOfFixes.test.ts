import { describe, expect, it } from 'vitest';
import { fix } from '../support/checkProblems.ts';

const resource = (policy: string) =>
  `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = ${policy}\n}\n`;

describe('a value of several lines that is moved', () => {
  it('is indented as its new place asks', () => {
    const hcl = (inner: string, after: string) =>
      resource(`jsonencode({
    rules = [
      {
        rulePriority = 1
        selection = {
          tagStatus   = "any"
          countType   = "imageCountMoreThan"
          countNumber = 3
${inner}        }
${after}      }
    ]
  })`);
    const action = (indentation: string) =>
      `${indentation}action = {\n${indentation}  type = "expire"\n${indentation}}\n`;
    expect(fix(hcl(action('          '), ''), 'Move action to the rule')).toBe(hcl('', action('        ')));
  });

  it.each(['<<EOF', '<<-EOF'])('is so in %s', (marker) => {
    const json = (inner: string, after: string) =>
      resource(`${marker}
    {
      "rules": [
        {
          "rulePriority": 1,
          "selection": {
            "tagStatus": "any",
            "countType": "imageCountMoreThan",
            "countNumber": 3${inner}
          }${after}
        }
      ]
    }
EOF`);
    const action = (indentation: string) =>
      `,\n${indentation}"action": {\n${indentation}  "type": "expire"\n${indentation}}`;
    expect(fix(json(action('            '), ''), 'Move action to the rule')).toBe(json('', action('          ')));
  });
});

describe('a renamed argument', () => {
  it.each([
    ['respository = each.key\n', 'repository = each.key\n'],
    ['respository = each.key\n\n  # apart\n', 'repository = each.key\n\n  # apart\n'],
    ['repo_sitory = each.key # why\n', 'repository = each.key # why\n'],
    ['respository = each.key\n  policy      = local.p\n', 'repository = each.key\n  policy     = local.p\n'],
    ['repositry = each.key\n  policy    = local.p\n', 'repository = each.key\n  policy     = local.p\n'],
    ['respository = each.key\n  policy = local.p\n', 'repository = each.key\n  policy = local.p\n'],
    ['policy       = local.p\n  repositoryyy = each.key\n', 'policy     = local.p\n  repository = each.key\n'],
    ['policy = local.p\n  respository = each.key\n', 'policy = local.p\n  repository = each.key\n'],
  ])('is aligned as before: %j', (before, after) => {
    const block = (lines: string) =>
      `resource "aws_ecr_lifecycle_policy" "p" {\n  for_each = toset(["app"])\n\n  ${lines}}\n`;
    expect(fix(block(before), 'Rename it to repository')).toBe(block(after));
  });
});
