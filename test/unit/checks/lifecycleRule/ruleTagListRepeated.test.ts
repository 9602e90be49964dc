import { describe, expect, it } from 'vitest';
import { checkOnly, fixTitlesOnly } from '../../support/checkProblems.ts';
import { list, policy } from '../support/tagRulePolicies.ts';

const ID = 'rule-tag-list-repeated';

describe(ID, () => {
  it('is reported at the later list', () => {
    checkOnly(
      ID,
      `
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/app"
  policy = <<-EOF
    {
      "rules": [
        { "rulePriority": 1, "selection": { "tagStatus": "tagged", "tagPrefixList": ["prod"], "countType": "imageCountMoreThan", "countNumber": 5 }, "action": { "type": "expire" } },
        { "rulePriority": 2, "selection": { "tagStatus": "tagged", "tagPrefixList": ["prod"], "countType": "imageCountMoreThan", "countNumber": 9 }, "action": { "type": "expire" } }
                                                                                    ^^^^^^^^ warning rule-tag-list-repeated
      ]
    }
  EOF
}
`,
    );
    expect(fixTitlesOnly(ID, policy(list(1, 'v*'), list(2, 'v*')))).toContain('choice: Remove this rule');
  });
});
