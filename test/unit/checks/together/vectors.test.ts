import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../../server/src/syntax/edit/term.ts';
import vectors from '../../../vectors/validate.json';
import type { Files } from '../../support/checkProblems.ts';
import { ruleIds } from '../../support/checkProblems.ts';
import { allSpellingsOf } from '../../support/policyTexts.ts';

interface Vector {
  readonly id: string;
  readonly expect: string;
  readonly policy?: JsonValue;
}

/** Vectors with a documented verdict but no recorded refusal: reported as a warning. */
const WARNINGS: Readonly<Record<string, string>> = {
  'x17-null-description': 'warning policy-null-value',
  'x29-archive-under-90': 'warning rule-archive-minimum',
  'w01-and-prefixes': 'warning rule-tag-list-and',
  'w02-star-in-prefix': 'warning rule-prefix-wildcard',
  'w03-shadowed': 'warning rule-shadowed',
  'w04-empty-list-with-any': 'warning rule-tag-list-forbidden',
  'w05-expire-with-target': 'warning rule-target-storage-class',
  'x31-same-prefix-twice': 'warning rule-tag-list-repeated',
};

/** Rejected policies, each with the only rule that must report. */
const REFUSALS: Readonly<Record<string, string>> = {
  'x01-five-wildcards': 'rule-tag-pattern-wildcards',
  'x02-countUnit-with-count': 'rule-count-unit-forbidden',
  'x03-missing-countUnit': 'rule-count-unit-missing',
  'x04-unknown-countType': 'policy-enum-value',
  'x05-transition-without-target': 'rule-target-storage-class',
  'x06-duplicate-priority': 'rule-priority-duplicate',
  'x07-tagged-no-list': 'rule-tag-list-missing',
  'x08-both-lists': 'rule-tag-list-conflict',
  'x09-list-with-untagged': 'rule-tag-list-forbidden',
  'x10-list-with-any': 'rule-tag-list-forbidden',
  'x11-two-untagged': 'rule-untagged-repeated',
  'x12-any-not-last': 'rule-any-not-last',
  'x13-two-any-same-class': 'rule-any-repeated',
  'x14-null-target': 'policy-null-value',
  'x15-null-countUnit': 'policy-null-value',
  'x16-null-pattern-list': 'policy-null-value',
  'x18-string-number': 'policy-value-type',
  'x19-zero-count': 'policy-number-range',
  'x20-zero-priority': 'policy-number-range',
  'x21-unknown-key': 'policy-unknown-key',
  'x23-bad-tagStatus-case': 'policy-enum-value',
  'x24-hours': 'policy-enum-value',
  'x25-archive-with-pushed': 'rule-storage-class-mismatch',
  'x26-transitioned-without-archive': 'rule-storage-class-mismatch',
  'x27-pulled-expire': 'rule-action-mismatch',
  'x28-transitioned-transition': 'rule-action-mismatch',
  'x30-empty-rules': 'policy-rule-count',
  'x32-target-standard': 'policy-enum-value',
};

const withPolicy = (vectors as readonly Vector[]).flatMap((vector) =>
  vector.policy === undefined
    ? []
    : Object.entries(allSpellingsOf(vector.policy)).map(([spelling, text]) => ({ ...vector, spelling, text })),
);

function warningsAndErrors(text: string | Files): string[] {
  return ruleIds(text).filter((found) => found.startsWith('error') || found.startsWith('warning'));
}

describe('policies with a verdict of AWS on record', () => {
  it.each(withPolicy.filter(({ expect: verdict }) => verdict === 'ok'))('$id is silent in $spelling', ({ text }) => {
    expect(warningsAndErrors(text)).toEqual([]);
  });

  it.each(withPolicy.filter(({ id }) => id in REFUSALS))('$id is refused in $spelling', ({ id, text }) => {
    expect(warningsAndErrors(text)).toEqual([`error ${REFUSALS[id]}`]);
  });

  it.each(withPolicy.filter(({ id }) => id in WARNINGS))('$id is warned of in $spelling', ({ id, text }) => {
    expect(warningsAndErrors(text)).toEqual([WARNINGS[id]]);
  });

  it.each(withPolicy.filter(({ id }) => id === 'x22-snake-case-keys'))(
    '$id gives one problem a key in $spelling',
    ({ text }) => {
      expect(warningsAndErrors(text)).toEqual(Array.from({ length: 4 }, () => 'error policy-unknown-key'));
    },
  );

  it('accepts 50 rules and refuses 51', () => {
    const rule = (rulePriority: number) => ({
      rulePriority,
      selection: {
        tagStatus: 'tagged',
        tagPrefixList: [`p${rulePriority}-`],
        countType: 'imageCountMoreThan',
        countNumber: 1,
      },
      action: { type: 'expire' },
    });
    const policyOf = (length: number) => ({ rules: Array.from({ length }, (_, index) => rule(index + 1)) });
    for (const text of Object.values(allSpellingsOf(policyOf(50)))) expect(warningsAndErrors(text)).toEqual([]);
    for (const text of Object.values(allSpellingsOf(policyOf(51)))) {
      expect(warningsAndErrors(text)).toEqual(['error policy-rule-count']);
    }
  });

  it('has an expectation for every refused policy but one, whose keys are told one by one', () => {
    const refused = (vectors as readonly Vector[]).filter(
      ({ expect: verdict }) => verdict === 'reject' || verdict === 'doc',
    );
    const told = refused.filter(({ id }) => !(id in REFUSALS) && !(id in WARNINGS)).map(({ id }) => id);
    expect(told).toEqual(['x22-snake-case-keys']);
  });
});
