import { describe, expect, it } from 'vitest';
import { checkOnly, fix, fixTitlesOnly } from '../../support/checkProblems.ts';
import { any, archived, policy, untagged } from '../support/prioritizedRules.ts';

const ID = 'rule-any-repeated';

describe(ID, () => {
  it('is reported at the later tagStatus', () => {
    checkOnly(
      ID,
      policy(
        any(1),
        any(2),
        '                                              ^^^^^ error rule-any-repeated only one per storage class',
        untagged(3),
        untagged(4),
      ),
    );
    checkOnly(ID, policy(any(1), archived(2)));
  });

  it('change the rule that comes first, so that any stays last', () => {
    const text = policy(any(1), any(2));
    expect(fix(text, 'Let the rule with rulePriority 1 select untagged images only')).toBe(policy(untagged(1), any(2)));
    expect(fix(text, 'Remove the rule with rulePriority 1')).toBe(policy(any(2)));
    expect(fix(text, 'Let the rule with rulePriority 1 select tagged images only (tagPatternList "*")')).toBe(
      policy(any(1).replace('"any"', '"tagged", tagPatternList = ["*"]'), any(2)),
    );
  });

  it('offer no second untagged rule', () => {
    expect(fixTitlesOnly(ID, policy(untagged(1), any(2), any(3)))).toEqual([
      'choice: Remove the rule with rulePriority 2',
      'choice: Let the rule with rulePriority 2 select tagged images only (tagPatternList "*")',
    ]);
  });
});
