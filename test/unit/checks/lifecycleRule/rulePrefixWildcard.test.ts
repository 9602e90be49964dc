import { describe, expect, it } from 'vitest';
import { checkOnly, fix } from '../../support/checkProblems.ts';
import { policy, under } from '../support/tagListPolicies.ts';

const ID = 'rule-prefix-wildcard';

describe(ID, () => {
  it('makes patterns of all entries', () => {
    const prefixes = 'tagStatus = "tagged", tagPrefixList = ["v*"]';
    checkOnly(ID, under(prefixes, 39, '^^^^ warning rule-prefix-wildcard'));
    expect(fix(policy(prefixes), 'Make it a tagPatternList: the rule then selects the images that match')).toBe(
      policy('tagStatus = "tagged", tagPatternList = ["v*"]'),
    );
  });
});
