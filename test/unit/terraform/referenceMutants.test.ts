import { describe, expect, it } from 'vitest';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { mutants } from '../../corpus/references/mutants.ts';
import { hashOfFiles, recordedPlans } from '../../terraform/recordedVerdicts.ts';
import { ruleIds } from '../support/checkProblems.ts';

const MUTANTS = mutants(90);
const modules = MUTANTS.map(({ files }) => files);
const recorded = await recordedPlans(new URL('../../corpus/references/mutantVerdicts.json', import.meta.url), modules);

describe('right modules with one change', () => {
  it('have recorded verdicts of both sorts', () => {
    expect(modules.filter((files) => recorded[hashOfFiles(files)] === undefined)).toEqual([]);
    expect(Object.values(recorded).filter((isAccepted) => isAccepted).length).toBeGreaterThan(5);
    expect(Object.values(recorded).filter((isAccepted) => !isAccepted).length).toBeGreaterThan(30);
  });

  it.each(MUTANTS)('are judged as Terraform judges them: $kind', ({ files }) => {
    const errors = ruleIds(files, DEFAULT_PROBLEM_SETTINGS).filter((found) => found.startsWith('error'));
    expect({ errors, isAccepted: errors.length === 0 }).toEqual({ errors, isAccepted: recorded[hashOfFiles(files)] });
  });
});
