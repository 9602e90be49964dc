import { describe, expect, it } from 'vitest';
import { nextAfter } from '../../../client/src/nextPlace.ts';

const at = (line: number, character: number) => ({ line, character });

describe('the next item after a place', () => {
  const items = [at(4, 2), at(1, 8), at(1, 3)];
  const next = (line: number, character: number) => nextAfter(items, (item) => item, at(line, character));

  it('is the nearest that starts later', () => {
    expect(next(0, 0)).toEqual(at(1, 3));
    expect(next(1, 3)).toEqual(at(1, 8));
    expect(next(1, 9)).toEqual(at(4, 2));
  });

  it('is the first again after the last', () => {
    expect(next(4, 2)).toEqual(at(1, 3));
  });

  it('is none where there are none', () => {
    expect(nextAfter([], (item) => item, at(0, 0))).toBeUndefined();
  });
});
