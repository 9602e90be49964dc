import { describe, expect, it } from 'vitest';
import { checkOnly, fix } from '../../support/checkProblems.ts';
import { archived, ruleWith } from '../support/archivingRules.ts';

const ID = 'rule-storage-class-mismatch';

describe(ID, () => {
  it('adds the class, or drops it', () => {
    expect(
      fix(
        ruleWith(archived.replace(' storageClass = "archive",', ''), 'type = "expire"'),
        'Add storageClass = "archive"',
      ),
    ).toBe(
      ruleWith(
        archived.replace(' storageClass = "archive",', '').replace('"any",', '"any", storageClass = "archive",'),
        'type = "expire"',
      ),
    );
    const pushed = archived.replace('Transitioned', 'Pushed');
    expect(fix(ruleWith(pushed, 'type = "expire"'), 'Remove storageClass (standard images)')).toBe(
      ruleWith(pushed.replace(' storageClass = "archive",', ''), 'type = "expire"'),
    );
    expect(
      fix(ruleWith(pushed, 'type = "expire"'), 'Change countType to sinceImageTransitioned (archived images)'),
    ).toBe(ruleWith(archived, 'type = "expire"'));
    checkOnly(ID, ruleWith(archived.replace('"archive"', 'var.class'), 'type = "expire"'));
  });
});
