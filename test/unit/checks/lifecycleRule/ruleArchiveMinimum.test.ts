import { describe, expect, it } from 'vitest';
import { checkOnly, fix, fixTitlesOnly } from '../../support/checkProblems.ts';
import { archived, ruleWith } from '../support/archivingRules.ts';

const ID = 'rule-archive-minimum';

describe(ID, () => {
  it('raises the number', () => {
    const short = ruleWith(archived.replace('90', '30'), 'type = "expire"');
    expect(fixTitlesOnly(ID, short)).toEqual(['choice: Change countNumber to 90']);
    expect(fix(short, 'Change countNumber to 90')).toBe(ruleWith(archived, 'type = "expire"'));
    checkOnly(ID, ruleWith(archived.replace('90', 'var.days'), 'type = "expire"'));
  });
});
