import { describe, expect, it } from 'vitest';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { REFERENCE_CASES } from '../../corpus/references/cases.ts';
import { whyNoTerraform } from '../../terraform/judge.ts';
import { hashOfFiles, judgeModules, recordedPlans } from '../../terraform/recordedVerdicts.ts';
import { ruleIds } from '../support/checkProblems.ts';

/** Each run asks Terraform again about a fixed share. */
const SHARE = 20;

const modules = REFERENCE_CASES.map(({ files }) => files);
const recorded = await recordedPlans(new URL('../../corpus/references/verdicts.json', import.meta.url), modules);

describe('what Terraform says of references, instances and meta-arguments', () => {
  it('is recorded for every case, of both sorts', () => {
    expect(modules.filter((files) => recorded[hashOfFiles(files)] === undefined)).toEqual([]);
    expect(new Set(REFERENCE_CASES.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(25);
    expect(modules.length).toBeGreaterThan(60);
    expect(Object.values(recorded).filter((isAccepted) => isAccepted).length).toBeGreaterThan(15);
  });

  it.each(REFERENCE_CASES)('is what the checks say: $kind: $files', ({ files }) => {
    const errors = ruleIds(files, DEFAULT_PROBLEM_SETTINGS).filter((found) =>
      /^error (argument|block|document|meta|reference|template|policy-repository-undeclared)-/.test(`${found}-`),
    );
    expect({ errors, isAccepted: errors.length === 0 }).toEqual({ errors, isAccepted: recorded[hashOfFiles(files)] });
  });

  it('has not changed', async (context) => {
    const reason = await whyNoTerraform();
    if (reason !== null) context.skip(reason);
    const share = modules.filter((_, index) => index % SHARE === 0);
    const fresh = await judgeModules(share);
    expect(fresh).toEqual(Object.fromEntries(share.map((files) => [hashOfFiles(files), recorded[hashOfFiles(files)]])));
  });
});
