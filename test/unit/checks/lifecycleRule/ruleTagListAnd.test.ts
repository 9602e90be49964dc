import { describe, expect, it } from 'vitest';
import { checkOnly, fix } from '../../support/checkProblems.ts';
import { ANY_ELSEWHERE, policy, under } from '../support/tagListPolicies.ts';

const ID = 'rule-tag-list-and';

describe(ID, () => {
  it('writes one rule for each entry', () => {
    const list = 'tagStatus = "tagged", tagPrefixList = ["dev", "qa"]';
    checkOnly(ID, under(list, 38, '^^^^^^^^^^^^^ warning rule-tag-list-and'));
    const split =
      '    { rulePriority = 2, selection = { tagStatus = "tagged", tagPrefixList = ["qa"], countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } },\n';
    expect(
      fix(
        policy(list, ANY_ELSEWHERE),
        'Split into one rule for each entry of tagPrefixList: an image then needs one of them instead of all',
      ),
    ).toBe(policy('tagStatus = "tagged", tagPrefixList = ["dev"]', split + ANY_ELSEWHERE.replace('= 2', '= 3')));
    checkOnly(ID, policy('tagStatus = "tagged", tagPrefixList = [var.one]'));
  });
});
