import { describe, expect, it } from 'vitest';
import { checkOnly, fix, fixTitlesOnly, ruleIdsOnly } from '../../support/checkProblems.ts';
import { ACTION, policy, SELECTION } from '../support/keyedPolicies.ts';

const ID = 'policy-missing-key';

describe(ID, () => {
  it('is reported at the opening of what lacks it', () => {
    checkOnly(
      ID,
      `
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy = jsonencode({ rules = [
    {
    ^ error policy-missing-key rulePriority is missing
      selection = { tagStatus = "untagged", countNumber = 1 }
                  ^ error policy-missing-key countType is missing
      action = {}
               ^ error policy-missing-key type is missing
    },
  ] })
}
`,
    );
  });

  it('says nothing in open objects and damaged blocks', () => {
    checkOnly(ID, policy(`    rulePriority = 1\n    (var.key) = {}\n    ${ACTION}`));
    const damaged = policy(`    rulePriority = 1\n    selection = { tagStatus = \n    ${ACTION}`);
    expect(ruleIdsOnly(ID, damaged)).not.toContain('error policy-missing-key');
  });

  it('offers values that fit', () => {
    expect(fixTitlesOnly(ID, policy(`    ${SELECTION}\n    ${ACTION}`))).toEqual(['choice: Add rulePriority = 1']);
    expect(fix(policy(`    ${SELECTION}\n    ${ACTION}`), 'Add rulePriority = 1')).toBe(
      policy(`    rulePriority = 1\n    ${SELECTION}\n    ${ACTION}`),
    );
    const days = policy(
      `    rulePriority = 1\n    selection = { tagStatus = "any", countUnit = "days", countNumber = 9 }\n    ${ACTION}`,
    );
    expect(fixTitlesOnly(ID, days)).toEqual(['choice: Add countType = "sinceImagePushed"']);
    expect(fix(policy(`    rulePriority = 1\n    ${ACTION}`), 'Add selection')).toBe(
      policy(`    rulePriority = 1
    selection = {
      tagStatus   = "untagged"
      countType   = "sinceImagePushed"
      countUnit   = "days"
      countNumber = 14
    }
    ${ACTION}`),
    );
  });
});
