import { describe, expect, it } from 'vitest';
import { checkOnly, fix } from '../../support/checkProblems.ts';

const ID = 'rule-count-unit-missing';

describe(ID, () => {
  it('is reported at the countType', () => {
    checkOnly(
      ID,
      `
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy = jsonencode({ rules = [
    { rulePriority = 1, selection = { tagStatus = "untagged", countType = "sinceImagePushed", countNumber = 14 }, action = { type = "expire" } },
                                                                          ^^^^^^^^^^^^^^^^^^ error rule-count-unit-missing needs countUnit = "days"
  ] })
}
`,
    );
  });

  it('says nothing while the block is damaged, and where countUnit may be there', () => {
    checkOnly(
      ID,
      `
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy = jsonencode({ rules = [
    { rulePriority = 1, selection = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = var.unit, countNumber = 14 }, action = { type = "expire" } },
    { rulePriority = 2, selection = { tagStatus = "any", countType = var.type, countNumber = 14 }, action = { type = "expire" } },
    { rulePriority = 3, selection = merge(local.base, { countType = "sinceImagePushed" }), action = { type = "expire" } },
  ] })
}
`,
    );
  });

  it('adds the unit after the countType, aligned where the neighbours are', () => {
    const text = (unit: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      selection = {
        tagStatus   = "untagged" # no tag
        countType   = "sinceImagePushed"
${unit}        countNumber = 14
      }
      action = { type = "expire" }
    }]
  })
}
`;
    expect(fix(text(''), 'Add countUnit = "days"')).toBe(text('        countUnit   = "days"\n'));
    const crlf = (unit: string) => text(unit).replaceAll('\n', '\r\n');
    expect(fix(crlf(''), 'Add countUnit = "days"')).toBe(crlf('        countUnit   = "days"\n'));
  });
});

describe('rule-count-unit-missing in JSON', () => {
  const resource = (policy: string) =>
    `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = ${policy}\n}\n`;
  const head = '{"rules": [{"rulePriority": 1, "selection": {"tagStatus": "any", "countType": "sinceImagePushed"';
  const tail = ', "countNumber": 9}, "action": {"type": "expire"}}]}';

  it('adds the unit as the neighbours are written', () => {
    const title = 'Add countUnit = "days"';
    const quoted = (unit: string) => resource(JSON.stringify(head + unit + tail));
    expect(fix(quoted(''), title)).toBe(quoted(', "countUnit": "days"'));
    const lines = (unit: string) =>
      resource(`<<EOF
{
  "rules": [{
    "rulePriority": 1,
    "selection": {
      "tagStatus": "any",
      "countType": "sinceImagePushed",
${unit}      "countNumber": 9
    },
    "action": {"type": "expire"}
  }]
}
EOF`);
    expect(fix(lines(''), title)).toBe(lines('      "countUnit": "days",\n'));
  });
});
