import { describe, expect, it } from 'vitest';
import { checkOnly, fix, fixTitlesOnly, ruleIdsOnly } from '../../support/checkProblems.ts';
import { ACTION, complete, policy, SELECTION } from '../support/keyedPolicies.ts';

const ID = 'policy-unknown-key';

describe(ID, () => {
  it('is reported at the key', () => {
    checkOnly(ID, complete('    name = "cleanup"\n    ^^^^ error policy-unknown-key "name" is not a key of a rule'));
    checkOnly(ID, complete('    "name" = "cleanup"\n    ^^^^^^ error policy-unknown-key'));
  });

  it('renames what is near, keeping the value', () => {
    const text = policy(`    rule_priority = 1 # first\n    ${SELECTION}\n    ${ACTION}`);
    expect(ruleIdsOnly(ID, text)).toEqual(['error policy-unknown-key']);
    expect(fix(text, 'Rename it to rulePriority')).toBe(text.replace('rule_priority', 'rulePriority'));
  });

  it('moves what belongs elsewhere', () => {
    const misplaced = policy(
      `    rulePriority = 1\n    ${SELECTION.replace(', countNumber = 1', '')}\n    countNumber = 1\n    ${ACTION}`,
    );
    expect(ruleIdsOnly(ID, misplaced)).toEqual(['error policy-unknown-key']);
    expect(fix(misplaced, 'Move countNumber to selection')).toBe(
      policy(`    rulePriority = 1\n    ${SELECTION}\n    ${ACTION}`),
    );
  });

  it('removes where the meaning is not clear or is there already', () => {
    expect(fix(complete('    name = "x"'), 'Remove "name"')).toBe(complete('').replace('\n\n', '\n'));
    expect(fixTitlesOnly(ID, complete('    rule_priority = 2'))).toEqual(['choice: Remove "rule_priority"']);
    const twice = policy(`    rule_priority = 1\n    RulePriority = 2\n    ${SELECTION}\n    ${ACTION}`);
    expect(fixTitlesOnly(ID, twice)).toEqual(['choice: Remove "rule_priority"', 'choice: Remove "RulePriority"']);
  });

  it('says nothing where the key is computed or still being typed', () => {
    checkOnly(ID, complete('    (var.key) = "x"'));
    expect(ruleIdsOnly(ID, complete('    nam'))).not.toContain('error policy-unknown-key');
  });
});
