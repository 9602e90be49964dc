import { describe, expect, it } from 'vitest';
import { SCHEMA_CASES } from '../../corpus/schema/cases.ts';
import { whyNoTerraform } from '../../terraform/judge.ts';
import { hashOf, judgeTexts, recordedVerdicts } from '../../terraform/recordedVerdicts.ts';
import { ruleIds } from '../support/checkProblems.ts';

/** Each run asks Terraform again about a fixed share. */
const SHARE = 10;

const texts = SCHEMA_CASES.map(({ text }) => text);
const recorded = await recordedVerdicts(new URL('../../corpus/schema/verdicts.json', import.meta.url), texts);

describe('what Terraform says of the schema', () => {
  it('is recorded for every case, of both sorts', () => {
    expect(texts.filter((text) => recorded[hashOf(text)] === undefined)).toEqual([]);
    expect(new Set(SCHEMA_CASES.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(20);
    expect(texts.length).toBeGreaterThan(60);
    expect(Object.values(recorded).filter((isAccepted) => isAccepted).length).toBeGreaterThan(15);
  });

  it.each(SCHEMA_CASES)('is what the checks say: $kind: $text', ({ text }) => {
    const errors = ruleIds(text).filter((found) => /^error (argument|block|document)-/.test(found));
    expect(errors.length === 0).toBe(recorded[hashOf(text)]);
  });

  it('has not changed', async (context) => {
    const reason = await whyNoTerraform();
    if (reason !== null) context.skip(reason);
    const share = texts.filter((_, index) => index % SHARE === 0);
    const fresh = await judgeTexts(share);
    expect(fresh).toEqual(Object.fromEntries(share.map((text) => [hashOf(text), recorded[hashOf(text)]])));
  });
});
