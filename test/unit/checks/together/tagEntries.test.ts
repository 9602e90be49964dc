import { describe, it } from 'vitest';
import { check } from '../../support/checkProblems.ts';
import { COUNT } from '../support/tagRulePolicies.ts';

describe('an entry that can match no tag, and a prefix with a wildcard', () => {
  it('are each reported at their own list', () => {
    check(
      `
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/app"
  policy = jsonencode({ rules = [
    { rulePriority = 1, selection = { tagStatus = "tagged", tagPatternList = ["feature/*"], ${COUNT} }, action = { type = "expire" } },
                                                                              ^^^^^^^^^^^ warning rule-tag-never-matches
    { rulePriority = 2, selection = { tagStatus = "tagged", tagPrefixList = ["v*"], ${COUNT} }, action = { type = "expire" } },
                                                                             ^^^^ warning rule-prefix-wildcard
  ] })
}
`,
    );
  });
});
