import { describe, expect, it } from 'vitest';
import { spellingsOf } from '../../support/accessSpellings.ts';
import { ruleIds } from '../../support/checkProblems.ts';
import { DOCUMENTS } from '../support/accessDocuments.ts';

describe.each(DOCUMENTS)('an access policy for %s', (_, target, Statement, expected) => {
  it.each(spellingsOf({ Version: '2012-10-17', Statement }, target))('is judged alike in $spelling', ({ files }) => {
    expect(ruleIds(files).filter((found) => / access-/.test(found))).toEqual(expected);
  });
});
