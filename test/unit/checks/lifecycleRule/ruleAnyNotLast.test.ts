import { describe, expect, it } from 'vitest';
import { checkOnly, fix } from '../../support/checkProblems.ts';
import { any, archived, policy, tagged, untagged } from '../support/prioritizedRules.ts';

const ID = 'rule-any-not-last';

describe(ID, () => {
  it('is reported at the priority of the any rule', () => {
    checkOnly(ID, policy(any(1), '                 ^ error rule-any-not-last another rule has 2', untagged(2)));
  });

  it('looks at each storage class alone', () => {
    checkOnly(ID, policy(any(1), archived(2)));
    checkOnly(ID, policy(archived(1), any(2)));
    checkOnly(ID, policy(any(2), untagged(1), archived(3)));
  });

  it('says nothing where a priority ties, another any stands there, or something is unknown', () => {
    checkOnly(ID, policy(any(1), untagged(1), tagged(2, 'a')));
    checkOnly(ID, policy(any('var.any'), untagged(2)));
    checkOnly(ID, policy(any(1), untagged('var.untagged')));
    checkOnly(ID, policy(any(1), untagged(2).replace('"untagged"', '"untagged", storageClass = var.class')));
  });

  it('moves only the any rule', () => {
    const title = 'Change rulePriority to 5, so that the any rule is last';
    expect(fix(policy(any(1), untagged(2), tagged(4, 'a')), title)).toBe(policy(any(5), untagged(2), tagged(4, 'a')));
    expect(fix(policy(any(1), untagged(4), archived(9)), title)).toBe(policy(any(5), untagged(4), archived(9)));
    const next = 'Change rulePriority to 6, so that the any rule is last';
    expect(fix(policy(any(1), untagged(4), archived(5)), next)).toBe(policy(any(6), untagged(4), archived(5)));
  });
});
