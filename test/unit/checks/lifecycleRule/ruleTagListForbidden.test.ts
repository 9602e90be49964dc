import { describe, expect, it } from 'vitest';
import { checkOnly, fix, fixTitlesOnly } from '../../support/checkProblems.ts';
import { policy, under } from '../support/tagListPolicies.ts';

const ID = 'rule-tag-list-forbidden';

describe(ID, () => {
  it('is reported at the list, as a warning when it is empty', () => {
    checkOnly(ID, under('tagStatus = "any", tagPrefixList = ["v"]', 35, '^^^^^ error rule-tag-list-forbidden'));
    checkOnly(ID, under('tagStatus = "any", tagPrefixList = []', 35, '^^ warning rule-tag-list-forbidden'));
    checkOnly(ID, policy('tagStatus = "any", tagPrefixList = var.prefixes'));
    checkOnly(ID, policy('tagStatus = var.status, tagPrefixList = ["v"]'));
  });

  it('removes the list, an empty one unasked', () => {
    expect(fixTitlesOnly(ID, policy('tagStatus = "any", tagPrefixList = []'))).toEqual([
      'one: Remove the empty tagPrefixList',
    ]);
    expect(fix(policy('tagStatus = "any", tagPrefixList = []'), 'Remove the empty tagPrefixList')).toBe(
      policy('tagStatus = "any"'),
    );
    const listed = policy('tagStatus = "any", tagPrefixList = ["v"]');
    expect(fix(listed, 'Remove tagPrefixList')).toBe(policy('tagStatus = "any"'));
    expect(fix(listed, 'Change tagStatus to tagged')).toBe(policy('tagStatus = "tagged", tagPrefixList = ["v"]'));
  });
});
