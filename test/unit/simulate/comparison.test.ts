import { describe, expect, it } from 'vitest';
import type { VerdictChange } from '../../../server/src/simulate/run/comparison.ts';
import { compare } from '../../../server/src/simulate/run/comparison.ts';
import { simulate } from '../../../server/src/simulate/run/simulateRun.ts';
import { image, NOW, rule } from './support.ts';

const digests = (changes: readonly VerdictChange[]) => changes.map(({ after }) => after.image.digest);

describe('two policies over the same images', () => {
  const images = [
    image('release', ['v1'], 20),
    image('branch', ['main-1'], 20),
    image('stray', [], 20),
    image('fresh', ['v2'], 1),
    image('undated', ['v3'], 0, { pushedAt: null }),
  ];

  it('differ by what expires, is archived, stays and is not known', () => {
    const before = simulate(
      [rule(1, ['main-*'], 'sinceImagePushed', 7), rule(2, [], 'imageCountMoreThan', 1)],
      images,
      NOW,
    );
    const after = simulate(
      [rule(1, ['v*'], 'sinceImagePushed', 7, 'archive'), rule(2, [], 'sinceImagePushed', 7)],
      images,
      NOW,
    );
    const comparison = compare(before, after);
    expect(digests(comparison.newlyExpired)).toEqual(['stray']);
    expect(digests(comparison.newlyArchived)).toEqual(['release']);
    expect(digests(comparison.newlyKept)).toEqual(['branch']);
    expect(digests(comparison.newlyUnknown)).toEqual(['undated']);
  });

  it('differ in nothing when they are the same', () => {
    const run = () => simulate([rule(1, null, 'sinceImagePushed', 7)], images, NOW);
    const { newlyExpired, newlyArchived, newlyKept, newlyUnknown } = compare(run(), run());
    expect([newlyExpired, newlyArchived, newlyKept, newlyUnknown]).toEqual([[], [], [], []]);
  });
});
