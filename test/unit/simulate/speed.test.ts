import { describe, expect, it } from 'vitest';
import { readJsonPages } from '../../../server/src/simulate/input/jsonPages.ts';
import { TagMatcher } from '../../../server/src/simulate/run/tagMatcher.ts';
import { cpuSecondsOf, MUCH } from '../support/cpuTime.ts';
import { rule } from './support.ts';

describe('large inputs', () => {
  it('have the line of each page', () => {
    const read = () => {
      const pages = readJsonPages('\n{\n}\n'.repeat(200_000));
      expect(pages).toHaveLength(200_000);
      expect(pages.every(({ line }, index) => line === 2 + 3 * index)).toBe(true);
    };
    expect(cpuSecondsOf(read)).toBeLessThan(MUCH);
  });

  it('meet patterns whose first literal stands everywhere in a tag', () => {
    const rules = Array.from({ length: 50 }, (_, index) =>
      rule(index + 1, [`*a*a*a*b${index}`, '*a'], 'imageCountMoreThan', 1),
    );
    const matcher = new TagMatcher(rules);
    const found: number[] = [];
    const match = () => {
      for (let tag = 0; tag < 1000; tag += 1) matcher.match([`${'a'.repeat(110)}${tag}`, 'aaab7', 'baaa'], found);
    };
    expect(cpuSecondsOf(match)).toBeLessThan(MUCH);
    expect(found).toEqual(Array.from({ length: 1000 }, () => 7));
  });
});
