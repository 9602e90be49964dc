import { describe, expect, it } from 'vitest';
import { checkOnly, fix, fixTitlesOnly } from '../../support/checkProblems.ts';
import { any, policy, tagged, untagged } from '../support/prioritizedRules.ts';

const ID = 'rule-priority-duplicate';

const RENUMBER = 'Renumber the rules, keeping their order';

describe(ID, () => {
  it('is reported at each later number', () => {
    checkOnly(
      ID,
      policy(
        tagged(1, 'a'),
        tagged(1, 'b'),
        '                 ^ error rule-priority-duplicate already has rulePriority 1',
        tagged(1, 'c'),
        '                 ^ error rule-priority-duplicate',
      ),
    );
  });

  it('moves only what is in conflict, any last among equals', () => {
    expect(fix(policy(tagged(1, 'a'), untagged(1)), RENUMBER)).toBe(policy(tagged(1, 'a'), untagged(2)));
    expect(fix(policy(any(1), untagged(1)), RENUMBER)).toBe(policy(any(2), untagged(1)));
    expect(fix(policy(tagged(10, 'a'), tagged(10, 'b'), tagged(20, 'c')), RENUMBER)).toBe(
      policy(tagged(10, 'a'), tagged(11, 'b'), tagged(20, 'c')),
    );
    expect(fix(policy(tagged(1, 'a'), tagged(1, 'b'), any(2)), RENUMBER)).toBe(
      policy(tagged(1, 'a'), tagged(2, 'b'), any(3)),
    );
  });

  it('offers no renumbering while a priority is unknown', () => {
    expect(fixTitlesOnly(ID, policy(tagged(1, 'a'), tagged(1, 'b'), tagged('var.last', 'c')))).toEqual([]);
    checkOnly(ID, policy(tagged('var.first', 'a'), tagged('var.first', 'b')));
  });

  it('goes by the text, not by the list', () => {
    checkOnly(
      ID,
      `locals {
  last = {
    rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" }
  }
  first = {
    rulePriority = 1, selection = { tagStatus = "untagged", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" }
                   ^ error rule-priority-duplicate
  }
}

${policy('local.first, local.last')}`,
    );
  });

  it('offers none where two rules are one expression', () => {
    const text = `locals {
  rule = ${tagged(1, 'a').slice(0, -1)}
}

${policy('local.rule, local.rule')}`;
    expect(fixTitlesOnly(ID, text)).toEqual([]);
  });
});
