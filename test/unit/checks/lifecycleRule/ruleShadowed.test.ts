import { describe, expect, it } from 'vitest';
import { checkOnly, fix, ruleIdsOnly } from '../../support/checkProblems.ts';
import { COUNT, list, policy, rule, status } from '../support/tagRulePolicies.ts';

const ID = 'rule-shadowed';

describe(ID, () => {
  it('is reported at the rule that never acts', () => {
    checkOnly(
      ID,
      `
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/app"
  policy = jsonencode({ rules = [
    { rulePriority = 2, selection = { tagStatus = "tagged", tagPrefixList = ["v1."], ${COUNT} }, action = { type = "expire" } },
    ^ warning rule-shadowed the rule with priority 1
    { rulePriority = 1, selection = { tagStatus = "tagged", tagPatternList = ["v*"], ${COUNT} }, action = { type = "expire" } },
  ] })
}
`,
    );
  });

  it('swaps the priorities', () => {
    expect(
      fix(
        policy(list(1, 'v*'), list(5, 'v1.*')),
        'Swap the priorities of the two rules: images that the rule with priority 1 kept may then expire',
      ),
    ).toBe(policy(list(5, 'v*'), list(1, 'v1.*')));
  });

  it('knows that nothing is left to a rule for any', () => {
    expect(ruleIdsOnly(ID, policy(status(1, 'untagged'), list(2, '*'), status(3, 'any')))).toEqual([
      'warning rule-shadowed',
    ]);
  });

  it.each([
    ['the narrower rule first', policy(list(1, 'v1.*'), list(2, 'v*'))],
    ['overlapping lists', policy(list(1, 'a*'), list(2, '*b'))],
    ['any last', policy(list(1, 'v*'), status(2, 'any'))],
    [
      'a priority that is not known',
      policy(list(1, 'v*'), list(2, 'v1*')).replace('rulePriority = 1', 'rulePriority = var.x'),
    ],
    [
      'a list that is not known',
      policy(list(1, 'v*'), list(2, 'v1*')).replace('["v*"]', '["v*", var.x]').replace('warning', ''),
    ],
    [
      'rules of different storage classes',
      policy(
        list(1, 'v*'),
        rule(
          2,
          'tagStatus = "tagged", tagPatternList = ["v1*"], storageClass = "archive", countType = "sinceImageTransitioned", countUnit = "days", countNumber = 120',
        ),
      ),
    ],
  ])('says nothing of %s', (_, text) => {
    expect(ruleIdsOnly(ID, `${text}variable "x" {}\n`)).toEqual([]);
  });

  it('leaves equal lists, repeated and misplaced rules to the rules about them', () => {
    expect(ruleIdsOnly(ID, policy(list(1, 'v*'), list(2, 'v*')))).toEqual([]);
    expect(ruleIdsOnly(ID, policy(status(1, 'any'), list(2, 'v*')))).toEqual([]);
  });
});
