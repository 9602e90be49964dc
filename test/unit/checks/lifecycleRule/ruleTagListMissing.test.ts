import { describe, expect, it } from 'vitest';
import { checkOnly, fix, fixTitlesOnly } from '../../support/checkProblems.ts';
import { ANY_ELSEWHERE, policy, under } from '../support/tagListPolicies.ts';

const ID = 'rule-tag-list-missing';

describe(ID, () => {
  it('is reported at the tagStatus', () => {
    checkOnly(ID, under('tagStatus = "tagged"', 12, '^^^^^^^^ error rule-tag-list-missing Must specify'));
    checkOnly(ID, under('tagStatus = "tagged", tagPrefixList = []', 12, '^^^^^^^^ error rule-tag-list-missing'));
  });

  it('says nothing where a list may be there', () => {
    checkOnly(ID, policy('tagStatus = "tagged", tagPrefixList = var.prefixes'));
    checkOnly(ID, policy('tagStatus = "tagged", tag_prefix_list = ["v"]').replace('tag_prefix_list', 'tagPrefixList'));
    checkOnly(ID, policy('tagStatus = var.status'));
    checkOnly(ID, policy('tagStatus = "tagged", (var.key) = ["v"]'));
  });

  it('offers the lists and what the other rules leave room for', () => {
    expect(fixTitlesOnly(ID, policy('tagStatus = "tagged"'))).toEqual([
      'choice: Add tagPatternList = ["*"] (every tag)',
      'choice: Add tagPrefixList = ["v"] (tags that start with v)',
      'choice: Change tagStatus to untagged',
      'choice: Change tagStatus to any',
    ]);
    expect(fixTitlesOnly(ID, policy('tagStatus = "tagged"', ANY_ELSEWHERE))).not.toContain(
      'choice: Change tagStatus to any',
    );
  });

  it('adds a list, fills an empty one, or takes it out', () => {
    const patterns = 'Add tagPatternList = ["*"] (every tag)';
    const prefixes = 'Add tagPrefixList = ["v"] (tags that start with v)';
    expect(fix(policy('tagStatus = "tagged"'), patterns)).toBe(policy('tagStatus = "tagged", tagPatternList = ["*"]'));
    expect(fix(policy('tagStatus = "tagged", tagPrefixList = []'), prefixes)).toBe(
      policy('tagStatus = "tagged", tagPrefixList = ["v"]'),
    );
    expect(fix(policy('tagStatus = "tagged", tagPrefixList = []'), patterns)).toBe(
      policy('tagStatus = "tagged", tagPatternList = ["*"]'),
    );
    expect(fix(policy('tagStatus = "tagged", tagPrefixList = []'), 'Change tagStatus to any')).toBe(
      policy('tagStatus = "any"'),
    );
  });
});
