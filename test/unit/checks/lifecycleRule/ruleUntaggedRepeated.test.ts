import { describe, expect, it } from 'vitest';
import { checkOnly, fix } from '../../support/checkProblems.ts';
import { any, policy, untagged } from '../support/prioritizedRules.ts';

const ID = 'rule-untagged-repeated';

describe(ID, () => {
  it('is reported at the later tagStatus', () => {
    checkOnly(
      ID,
      policy(
        any(1),
        any(2),
        untagged(3),
        untagged(4),
        '                                              ^^^^^^^^^^ error rule-untagged-repeated',
      ),
    );
    checkOnly(ID, policy(untagged(1), untagged(2).replace('"untagged"', 'var.status')));
  });

  it('removes the second untagged rule', () => {
    expect(fix(policy(untagged(1), untagged(2)), 'Remove this rule')).toBe(policy(untagged(1)));
  });
});
