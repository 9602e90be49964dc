import { describe, expect, it } from 'vitest';
import { checkOnly, ruleIdsOnly } from '../../support/checkProblems.ts';
import { list, policy, status } from '../support/tagRulePolicies.ts';

const ID = 'policy-growth';

const policyWith = (selection: string, carets = '') => `
resource "aws_ecr_lifecycle_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
${carets}    rules = [
      { rulePriority = 1, selection = { ${selection} }, action = { type = "expire" } },
    ]
  })
}
`;

const TAGGED = 'tagStatus = "tagged", tagPatternList = ["v*"], countType = "imageCountMoreThan", countNumber = 9';
const UNTAGGED = 'tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 9';
const ANY = 'tagStatus = "any", countType = "imageCountMoreThan", countNumber = 9';

describe(ID, () => {
  it('says that untagged images are kept for ever', () => {
    checkOnly(ID, policyWith(TAGGED, '           ^^^^^^^^^^ hint policy-growth No rule is for images without a tag\n'));
  });

  it('says that tagged images are kept for ever', () => {
    checkOnly(ID, policyWith(UNTAGGED, '           ^^^^^^^^^^ hint policy-growth No rule is for images with a tag\n'));
  });

  it('says nothing where a rule is for any image, or where a selection is not known', () => {
    checkOnly(ID, policyWith(ANY));
    checkOnly(ID, `variable "status" {}\n${policyWith('tagStatus = var.status')}`);
  });

  it('is reported for what no rule bounds', () => {
    expect(ruleIdsOnly(ID, policy(list(1, 'v*')))).toEqual(['hint policy-growth']);
    expect(ruleIdsOnly(ID, policy(status(1, 'untagged')))).toEqual(['hint policy-growth']);
    expect(ruleIdsOnly(ID, policy(status(1, 'untagged'), list(2, 'v*')))).toEqual([]);
    expect(ruleIdsOnly(ID, policy(status(1, 'any')))).toEqual([]);
    expect(
      ruleIdsOnly(
        ID,
        `${policy(list(1, 'v*')).replace('] })', '] })').replace('rules = [', 'rules = [var.x,')}variable "x" {}\n`,
      ),
    ).toEqual([]);
  });
});
