import { describe, expect, it } from 'vitest';
import { check, checkOnly, fix } from '../../support/checkProblems.ts';

const ID = 'suppression-unused';

describe(ID, () => {
  it('says when there is no such rule, and which may be meant', () => {
    check(
      `# terraform-ecr-ignore: rule-count-unit-mising
                        ^^^^^^^^^^^^^^^^^^^^^^ warning suppression-unused did you mean rule-count-unit-missing?
locals {}
`,
    );
  });

  it('takes the comment away with its line, or alone', () => {
    const alone = '# terraform-ecr-ignore: rule-any-repeated once\nlocals {}\n';
    expect(fix(alone, 'Remove the suppression')).toBe('locals {}\n');
    const trailing = 'locals {} # terraform-ecr-ignore: rule-any-repeated once\n';
    expect(fix(trailing, 'Remove the suppression')).toBe('locals {}\n');
  });

  it('keeps still while the block does not parse', () => {
    checkOnly(
      ID,
      `# terraform-ecr-ignore: rule-any-repeated once
locals {
  a =
}
`,
    );
  });
});
