import { describe, expect, it } from 'vitest';
import { checkOnly, fix, fixTitlesOnly, ruleIdsOnly } from '../../support/checkProblems.ts';
import { heredoc, quoted, RULE } from '../support/policyTexts.ts';

const ID = 'policy-length';

describe(ID, () => {
  const empty = 'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = ""\n}\n';

  it('is reported at the policy value', () => {
    checkOnly(ID, empty.replace('""\n', '""\n               ^^ error policy-length\n'));
    checkOnly(ID, heredoc('').replace('<<-EOF\n', '<<-EOF\n                  ^^^ error policy-length\n'));
    checkOnly(ID, heredoc('    {"rules": []}'));
    checkOnly(ID, heredoc('    {"rules": [${local.rule}]}'));
  });

  it('counts the compacted text', () => {
    const long = (length: number) =>
      quoted(`{"rules": [${RULE.replace('{', `{ "description": "${'x'.repeat(length)}",`)}]}`);
    const rest = JSON.stringify({ rules: [{ description: '', ...JSON.parse(RULE) }] }).length;
    expect(ruleIdsOnly(ID, long(30_720 - rest))).toEqual([]);
    expect(ruleIdsOnly(ID, long(30_721 - rest))).toEqual(['error policy-length']);
  });

  it('offers policies to begin with', () => {
    expect(fixTitlesOnly(ID, empty)).toHaveLength(3);
    expect(
      fix(empty, 'Write a policy that expires untagged images only, after 14 days'),
    ).toBe(`resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        description  = "Expire untagged images after 14 days"
        selection = {
          tagStatus   = "untagged"
          countType   = "sinceImagePushed"
          countUnit   = "days"
          countNumber = 14
        }
        action = {
          type = "expire"
        }
      },
    ]
  })
}
`);
  });
});
