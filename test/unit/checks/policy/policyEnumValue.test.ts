import { describe, expect, it } from 'vitest';
import { checkOnly, fix, fixTitlesOnly } from '../../support/checkProblems.ts';
import { json, rule } from '../support/valueRules.ts';

const ID = 'policy-enum-value';

describe(ID, () => {
  it('is reported at the value', () => {
    checkOnly(
      ID,
      json(
        `${rule({ status: '"UNTAGGED"' })}\n                                                 ^^^^^^^^^^ error policy-enum-value accepts "tagged", "untagged" or "any"`,
      ),
    );
  });

  it('corrects what is near', () => {
    expect(fix(json(rule({ status: '"UNTAGGED"' })), 'Change it to untagged')).toBe(json(rule({})));
    expect(fix(json(rule({ type: '"imageCountMoreThanN"' })), 'Change it to imageCountMoreThan')).toBe(json(rule({})));
  });

  it('offers what fits the rule for the rest', () => {
    expect(fixTitlesOnly(ID, json(rule({ status: '"all"' })))).toEqual([
      'choice: Change it to untagged',
      'choice: Change it to any',
      'choice: Change it to tagged',
    ]);
    expect(fix(json(rule({ status: '"all"' })), 'Change it to tagged')).toBe(
      json(rule({ status: '"tagged", "tagPatternList": ["*"]' })),
    );
    expect(fix(json(rule({ type: '"age"' })), 'Change it to sinceImagePushed')).toBe(
      json(rule({ type: '"sinceImagePushed", "countUnit": "days"' })),
    );
    expect(fix(json(rule({ action: '"delete"' })), 'Change it to transition')).toBe(
      json(rule({ action: '"transition", "targetStorageClass": "archive"' })),
    );
  });
});
