import { describe, expect, it } from 'vitest';
import { check, fix, fixTitles, ruleIds } from '../support/checkProblems.ts';

const policy = (rule: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "r"
  policy = jsonencode({ rules = [{
${rule}
  }] })
}
`;

const SELECTION = 'selection = { tagStatus = "untagged", countType = "imageCountMoreThan", countNumber = 1 }';
const ACTION = 'action = { type = "expire" }';
const complete = (extra: string) => policy(`    rulePriority = 1\n    ${SELECTION}\n    ${ACTION}\n${extra}`);

describe('policy-unknown-key', () => {
  it('stands on the key', () => {
    check(complete('    name = "cleanup"\n    ^^^^ error policy-unknown-key "name" is no key of a rule'));
    check(complete('    "name" = "cleanup"\n    ^^^^^^ error policy-unknown-key'));
  });

  it('renames what is near, keeping the value', () => {
    const text = policy(`    rule_priority = 1 # first\n    ${SELECTION}\n    ${ACTION}`);
    expect(ruleIds(text)).toEqual(['error policy-unknown-key']);
    expect(fix(text, 'Rename it to rulePriority')).toBe(text.replace('rule_priority', 'rulePriority'));
  });

  it('moves what belongs elsewhere', () => {
    const misplaced = policy(
      `    rulePriority = 1\n    ${SELECTION.replace(', countNumber = 1', '')}\n    countNumber = 1\n    ${ACTION}`,
    );
    expect(ruleIds(misplaced)).toEqual(['error policy-unknown-key']);
    expect(fix(misplaced, 'Move countNumber to selection')).toBe(
      policy(`    rulePriority = 1\n    ${SELECTION}\n    ${ACTION}`),
    );
  });

  it('removes where the meaning is not clear or is there already', () => {
    expect(fix(complete('    name = "x"'), 'Remove "name"')).toBe(complete('').replace('\n\n', '\n'));
    expect(fixTitles(complete('    rule_priority = 2'))).toEqual(['choice: Remove "rule_priority"']);
    const twice = policy(`    rule_priority = 1\n    RulePriority = 2\n    ${SELECTION}\n    ${ACTION}`);
    expect(fixTitles(twice)).toEqual(['choice: Remove "rule_priority"', 'choice: Remove "RulePriority"']);
  });

  it('is silent where the key is computed or still being typed', () => {
    check(complete('    (var.key) = "x"'));
    expect(ruleIds(complete('    nam'))).not.toContain('error policy-unknown-key');
  });
});

describe('policy-missing-key', () => {
  it('stands on the opening of what lacks it', () => {
    check(`
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "r"
  policy = jsonencode({ rules = [
    {
    ^ error policy-missing-key rulePriority is missing
      selection = { tagStatus = "untagged", countNumber = 1 }
                  ^ error policy-missing-key countType is missing
      action = {}
               ^ error policy-missing-key type is missing
    },
  ] })
}
`);
  });

  it('is silent in open objects and damaged blocks', () => {
    check(policy(`    rulePriority = 1\n    (var.key) = {}\n    ${ACTION}`));
    const damaged = policy(`    rulePriority = 1\n    selection = { tagStatus = \n    ${ACTION}`);
    expect(ruleIds(damaged)).not.toContain('error policy-missing-key');
  });

  it('offers values that fit', () => {
    expect(fixTitles(policy(`    ${SELECTION}\n    ${ACTION}`))).toEqual(['choice: Add rulePriority = 1']);
    expect(fix(policy(`    ${SELECTION}\n    ${ACTION}`), 'Add rulePriority = 1')).toBe(
      policy(`    rulePriority = 1\n    ${SELECTION}\n    ${ACTION}`),
    );
    const days = policy(
      `    rulePriority = 1\n    selection = { tagStatus = "any", countUnit = "days", countNumber = 9 }\n    ${ACTION}`,
    );
    expect(fixTitles(days)).toEqual(['choice: Add countType = "sinceImagePushed"']);
    expect(fix(policy(`    rulePriority = 1\n    ${ACTION}`), 'Add selection')).toBe(
      policy(`    rulePriority = 1
    selection = {
      tagStatus   = "untagged"
      countType   = "sinceImagePushed"
      countUnit   = "days"
      countNumber = 14
    }
    ${ACTION}`),
    );
  });
});

describe('policy-duplicate-key', () => {
  it('stands on the later key', () => {
    check(complete('    rulePriority = 2\n    ^^^^^^^^^^^^ error policy-duplicate-key stands twice'));
    const text = complete('    rulePriority = 2');
    expect(fix(text, 'Remove this rulePriority')).toBe(complete('').replace('\n\n', '\n'));
    expect(fix(text, 'Remove the first rulePriority')).toBe(text.replace('    rulePriority = 1\n', ''));
  });
});

describe('policy-null-value', () => {
  it('stands on the null, milder on a description', () => {
    check(complete('    description = null\n                  ^^^^ warning policy-null-value'));
    check(
      policy(
        `    rulePriority = null\n                   ^^^^ error policy-null-value\n    ${SELECTION}\n    ${ACTION}`,
      ),
    );
    check(complete('    description = var.description'));
  });

  it('takes the key out, or sets what the rule demands', () => {
    expect(fix(complete('    description = null'), 'Remove description')).toBe(complete('').replace('\n\n', '\n'));
    const unit = policy(
      `    rulePriority = 1\n    selection = { tagStatus = "any", countType = "sinceImagePushed", countUnit = null, countNumber = 1 }\n    ${ACTION}`,
    );
    expect(fix(unit, 'Set countUnit to days')).toBe(unit.replace('null', '"days"'));
    expect(fixTitles(policy(`    rulePriority = null\n    ${SELECTION}\n    ${ACTION}`))).toEqual([]);
  });
});
