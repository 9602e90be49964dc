import { describe, expect, it } from 'vitest';
import { checkOnly, fix, fixTitlesOnly } from '../../support/checkProblems.ts';
import { ACTION, complete, policy, SELECTION } from '../support/keyedPolicies.ts';

const ID = 'policy-null-value';

describe(ID, () => {
  it('is reported at the null, milder on a description', () => {
    checkOnly(ID, complete('    description = null\n                  ^^^^ warning policy-null-value'));
    checkOnly(
      ID,
      policy(
        `    rulePriority = null\n                   ^^^^ error policy-null-value\n    ${SELECTION}\n    ${ACTION}`,
      ),
    );
    checkOnly(ID, complete('    description = var.description'));
  });

  it('takes the key out, or sets what the rule demands', () => {
    expect(fix(complete('    description = null'), 'Remove description')).toBe(complete('').replace('\n\n', '\n'));
    const unit = policy(
      `    rulePriority = 1\n    selection = { tagStatus = "any", countType = "sinceImagePushed", countUnit = null, countNumber = 1 }\n    ${ACTION}`,
    );
    expect(fix(unit, 'Set countUnit to days')).toBe(unit.replace('null', '"days"'));
    expect(fixTitlesOnly(ID, policy(`    rulePriority = null\n    ${SELECTION}\n    ${ACTION}`))).toEqual([]);
  });
});
