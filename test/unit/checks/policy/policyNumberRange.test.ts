import { describe, expect, it } from 'vitest';
import { checkOnly, ruleIdsOnly } from '../../support/checkProblems.ts';
import { json, rule } from '../support/valueRules.ts';

const ID = 'policy-number-range';

describe(ID, () => {
  it('is reported at the number', () => {
    checkOnly(ID, json(`${rule({ priority: '0' })}\n                  ^ error policy-number-range`));
    checkOnly(ID, json(`${rule({ priority: '-12' })}\n                  ^^^ error policy-number-range refuses -12`));
    expect(ruleIdsOnly(ID, json(rule({ number: '0' })))).toEqual(['error policy-number-range']);
    expect(ruleIdsOnly(ID, json(rule({ number: '${var.number}' })))).toEqual([]);
  });
});
