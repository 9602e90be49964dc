import { describe, it } from 'vitest';
import { checkOnly } from '../../support/checkProblems.ts';
import { COUNT } from '../support/tagRulePolicies.ts';

const ID = 'rule-tag-never-matches';

describe(ID, () => {
  it('is reported at the entry', () => {
    checkOnly(
      ID,
      `
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/app"
  policy = jsonencode({ rules = [
    { rulePriority = 1, selection = { tagStatus = "tagged", tagPatternList = ["feature/*"], ${COUNT} }, action = { type = "expire" } },
                                                                              ^^^^^^^^^^^ warning rule-tag-never-matches
    { rulePriority = 2, selection = { tagStatus = "tagged", tagPrefixList = ["v*"], ${COUNT} }, action = { type = "expire" } },
  ] })
}
`,
    );
  });
});
