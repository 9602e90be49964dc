import { describe, expect, it } from 'vitest';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../../server/src/problems/settings.ts';
import { RIGHT_MODULES } from '../../../corpus/references/cases.ts';
import { ruleIds } from '../../support/checkProblems.ts';

describe('modules in which everything is right', () => {
  it('are many', () => {
    expect(RIGHT_MODULES.length).toBeGreaterThanOrEqual(40);
  });

  it.each(RIGHT_MODULES)('have neither errors nor warnings: $kind', ({ files }) => {
    const found = ruleIds(files, DEFAULT_PROBLEM_SETTINGS);
    expect(found.filter((one) => one.startsWith('error') || one.startsWith('warning'))).toEqual([]);
  });
});
