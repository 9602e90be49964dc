import { describe, expect, it } from 'vitest';
import { checkOnly, fix } from '../../support/checkProblems.ts';
import { archived, pulled, ruleWith } from '../support/archivingRules.ts';

const ID = 'rule-action-mismatch';

describe(ID, () => {
  it('is reported at the type alone, whatever the target', () => {
    checkOnly(
      ID,
      `${ruleWith(pulled, 'type = "expire"').trimEnd().split('\n').slice(0, 6).join('\n')}
                            ^^^^^^^^ error rule-action-mismatch can only transition
  }] })
}
`,
    );
    checkOnly(ID, ruleWith(pulled, 'type = var.type'));
    checkOnly(
      ID,
      ruleWith('tagStatus = "any", countType = var.type, countUnit = "days", countNumber = 90', 'type = "expire"'),
    );
  });

  it('archives, or counts from the push', () => {
    const wrong = ruleWith(pulled, 'type = "expire"');
    expect(fix(wrong, 'Archive the images instead (transition)')).toBe(
      ruleWith(pulled, 'type = "transition", targetStorageClass = "archive"'),
    );
    expect(fix(wrong, 'Count from the push (sinceImagePushed)')).toBe(
      ruleWith(pulled.replace('Pulled', 'Pushed'), 'type = "expire"'),
    );
    expect(
      fix(
        ruleWith(archived, 'type = "transition", targetStorageClass = "archive"'),
        'Delete the images instead (expire)',
      ),
    ).toBe(ruleWith(archived, 'type = "expire"'));
  });
});
