import { describe, expect, it } from 'vitest';
import { ruleIds } from '../support/checkProblems.ts';
import { expandAllSnippets } from './expandSnippets.ts';

describe('what a snippet writes', () => {
  it.each(expandAllSnippets())('$prefix gives no problem', ({ text }) => {
    expect(ruleIds(text)).toEqual([]);
  });
});
