import ignore from 'ignore';
import { describe, expect, it } from 'vitest';
import { PathPatterns } from '../../../server/src/module/sources/pathPatterns.ts';
import { cpuSecondsOf, MUCH } from '../support/cpuTime.ts';

/** Numbers that are the same in each run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

const PIECES = ['**', 'a', 'b', '*', 'a*', '?'];

describe('patterns of paths', () => {
  it('mean what the patterns of .gitignore mean, however many folders they cross', () => {
    const next = random(7);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
    for (let turn = 0; turn < 4000; turn += 1) {
      const pattern =
        Array.from({ length: 4 + Math.floor(next() * 4) }, () => pick(PIECES)).join('/') + pick(['', '/']);
      const path = Array.from({ length: 1 + Math.floor(next() * 6) }, () => pick(['a', 'b', 'ab', 'c'])).join('/');
      const expected = ignore().add([pattern]).test(path).ignored;
      expect(new PathPatterns([pattern]).test(path).ignored, `${pattern} on ${path}`).toBe(expected);
    }
  });

  it.each(['**/a/', '**/', '**/*a*/', 'a*'].map((part) => `${part.repeat(20)}b`))(
    'answer at once for %s',
    (pattern) => {
      const path = `${'a/'.repeat(300)}x.tf`;
      const test = () => expect(new PathPatterns([pattern]).test(path).ignored).toBe(false);
      expect(cpuSecondsOf(test)).toBeLessThan(MUCH);
    },
  );

  it('take back what a later pattern excludes', () => {
    const rules = new PathPatterns(['**/a/**/b/**/*.tf', '!**/a/**/b/**/keep.tf']);
    expect(rules.test('a/b/x.tf').ignored).toBe(true);
    expect(rules.test('a/b/keep.tf')).toEqual({ ignored: false, unignored: true });
  });
});
