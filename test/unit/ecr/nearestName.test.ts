import { describe, expect, it } from 'vitest';
import { nearestName } from '../../../server/src/ecr/nearestName.ts';

const COUNT_TYPES = ['imageCountMoreThan', 'sinceImagePushed', 'sinceImagePulled', 'sinceImageTransitioned'];

describe('nearestName', () => {
  it.each([
    ['count_type', ['countType', 'countUnit'], 'countType'],
    ['COUNT-TYPE', ['countType', 'countUnit'], 'countType'],
    ['untaged', ['tagged', 'untagged', 'any'], 'untagged'],
    ['TAGGED', ['tagged', 'untagged', 'any'], 'tagged'],
    ['tagPaternList', ['tagPatternList', 'tagPrefixList'], 'tagPatternList'],
    ['imageCountMoreThanN', COUNT_TYPES, 'imageCountMoreThan'],
    ['sinceImagePusehd', COUNT_TYPES, 'sinceImagePushed'],
  ])('takes %s for one of %j', (written, candidates, meant) => {
    expect(nearestName(written, candidates)).toBe(meant);
  });

  it.each([
    ['hours', ['days']],
    ['delete', ['expire', 'transition']],
    ['', ['any']],
    ['x'.repeat(10_000), ['any']],
    ['sinceImagePuled', ['sinceImagePuled1', 'sinceImagePuled2']],
  ])('takes %s for none of %j', (written, candidates) => {
    expect(nearestName(written, candidates)).toBeUndefined();
  });
});
