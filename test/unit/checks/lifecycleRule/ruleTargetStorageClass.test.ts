import { describe, expect, it } from 'vitest';
import { checkOnly, fix } from '../../support/checkProblems.ts';
import { pulled, ruleWith } from '../support/archivingRules.ts';

const ID = 'rule-target-storage-class';

describe(ID, () => {
  it('adds or removes the target', () => {
    expect(fix(ruleWith(pulled, 'type = "transition"'), 'Add targetStorageClass = "archive"')).toBe(
      ruleWith(pulled, 'type = "transition", targetStorageClass = "archive"'),
    );
    const pushed = pulled.replace('Pulled', 'Pushed');
    expect(fix(ruleWith(pushed, 'type = "expire", targetStorageClass = "archive"'), 'Remove targetStorageClass')).toBe(
      ruleWith(pushed, 'type = "expire"'),
    );
    checkOnly(ID, ruleWith(pulled, 'type = "transition", targetStorageClass = var.target'));
  });
});
