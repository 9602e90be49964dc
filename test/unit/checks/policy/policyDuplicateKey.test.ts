import { describe, expect, it } from 'vitest';
import { checkOnly, fix } from '../../support/checkProblems.ts';
import { complete } from '../support/keyedPolicies.ts';

const ID = 'policy-duplicate-key';

describe(ID, () => {
  it('is reported at the later key', () => {
    checkOnly(ID, complete('    rulePriority = 2\n    ^^^^^^^^^^^^ error policy-duplicate-key appears twice'));
    const text = complete('    rulePriority = 2');
    expect(fix(text, 'Remove this rulePriority')).toBe(complete('').replace('\n\n', '\n'));
    expect(fix(text, 'Remove the first rulePriority')).toBe(text.replace('    rulePriority = 1\n', ''));
  });
});
