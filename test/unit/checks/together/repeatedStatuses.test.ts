import { describe, it } from 'vitest';
import { check } from '../../support/checkProblems.ts';
import { any, policy, untagged } from '../support/prioritizedRules.ts';

describe('together/repeatedStatuses', () => {
  it('both stand on the later tagStatus', () => {
    check(
      policy(
        any(1),
        any(2),
        '                                              ^^^^^ error rule-any-repeated only one per storage class',
        untagged(3),
        untagged(4),
        '                                              ^^^^^^^^^^ error rule-untagged-repeated',
      ),
    );
  });
});
