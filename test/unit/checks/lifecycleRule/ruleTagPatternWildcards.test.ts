import { describe, it } from 'vitest';
import { checkOnly } from '../../support/checkProblems.ts';
import { policy, under } from '../support/tagListPolicies.ts';

const ID = 'rule-tag-pattern-wildcards';

describe(ID, () => {
  it('is reported at the entry', () => {
    checkOnly(
      ID,
      under(
        'tagStatus = "tagged", tagPatternList = ["*1*2*3*4*"]',
        40,
        '^^^^^^^^^^^ error rule-tag-pattern-wildcards this one has 5',
      ),
    );
    checkOnly(ID, policy('tagStatus = "tagged", tagPatternList = ["*1*2*${var.x}*4*"]'));
  });
});
