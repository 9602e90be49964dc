import { describe, expect, it } from 'vitest';
import { checkOnly, fix } from '../../support/checkProblems.ts';
import { policy, under } from '../support/tagListPolicies.ts';

const ID = 'rule-tag-list-conflict';

describe(ID, () => {
  const both = 'tagStatus = "tagged", tagPrefixList = ["v"], tagPatternList = ["v*"]';

  it('is reported at the later list', () => {
    checkOnly(ID, under(both, 62, '^^^^^^ error rule-tag-list-conflict tagPrefixList is already in this rule'));
    checkOnly(ID, under(both.replace('"tagged"', 'var.tag '), 62, '^^^^^^ error rule-tag-list-conflict'));
    checkOnly(ID, policy('tagStatus = "tagged", tagPrefixList = ["v"], tagPatternList = var.patterns'));
  });

  it('keeps one', () => {
    expect(fix(policy(both), 'Keep tagPatternList, remove tagPrefixList')).toBe(
      policy('tagStatus = "tagged", tagPatternList = ["v*"]'),
    );
    expect(fix(policy(both), 'Keep tagPrefixList, remove tagPatternList')).toBe(
      policy('tagStatus = "tagged", tagPrefixList = ["v"]'),
    );
  });
});
