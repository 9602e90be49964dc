import { describe, expect, it } from 'vitest';
import { append, largestOf, smallestOf } from '../../../server/src/syntax/arrays.ts';

const MANY = Array.from({ length: 1_000_000 }, (_, index) => index);

describe('lists of any length', () => {
  it('are added to another', () => {
    const list = [-1];
    append(list, MANY);
    expect(list).toHaveLength(1_000_001);
    expect(list.at(-1)).toBe(999_999);
  });

  it('have a largest and a smallest number', () => {
    expect(largestOf(MANY)).toBe(999_999);
    expect(largestOf(MANY, 2_000_000)).toBe(2_000_000);
    expect(smallestOf(MANY)).toBe(0);
  });

  it('have none where they are empty', () => {
    expect(largestOf([])).toBe(Number.NEGATIVE_INFINITY);
    expect(largestOf([], 0)).toBe(0);
    expect(smallestOf([])).toBe(Number.POSITIVE_INFINITY);
  });
});
