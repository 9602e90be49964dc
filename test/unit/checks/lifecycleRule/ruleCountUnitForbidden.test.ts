import { describe, expect, it } from 'vitest';
import { checkOnly, fix, fixTitlesOnly } from '../../support/checkProblems.ts';

const ID = 'rule-count-unit-forbidden';

describe(ID, () => {
  const heredoc = (selection: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy     = <<-EOF
    {
      "rules": [{
        "rulePriority": 1,
        "selection": ${selection},
        "action": {"type": "expire"}
      }]
    }
  EOF
}
`;

  it('is reported at the countUnit', () => {
    checkOnly(
      ID,
      heredoc(`{
          "tagStatus": "untagged",
          "countType": "imageCountMoreThan",
          "countUnit": "days",
                       ^^^^^^ error rule-count-unit-forbidden takes no countUnit
          "countNumber": 5
        }`),
    );
  });

  it('says nothing where the countType or the unit is interpolated', () => {
    checkOnly(ID, heredoc('{"tagStatus": "any", "countType": "${var.type}", "countUnit": "days", "countNumber": 5}'));
    checkOnly(
      ID,
      heredoc('{"tagStatus": "any", "countType": "imageCountMoreThan", "countUnit": ${var.unit}, "countNumber": 5}'),
    );
  });

  it('removes the unit or counts days', () => {
    const both = heredoc(
      '{"tagStatus": "any", "countType": "imageCountMoreThan", "countUnit": "days", "countNumber": 5}',
    );
    expect(fixTitlesOnly(ID, both)).toEqual([
      'choice: Remove countUnit (count images)',
      'choice: Change countType to sinceImagePushed (count days)',
    ]);
    expect(fix(both, 'Remove countUnit (count images)')).toBe(
      heredoc('{"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 5}'),
    );
    expect(fix(both, 'Change countType to sinceImagePushed (count days)')).toBe(
      heredoc('{"tagStatus": "any", "countType": "sinceImagePushed", "countUnit": "days", "countNumber": 5}'),
    );
  });
});
