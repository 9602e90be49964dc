import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';
import { cloudposse, lgallard, tam } from '../support/moduleCalls.ts';

const ID = 'module-default-changed';

describe(ID, () => {
  it.each([
    ['hint', cloudposse('scan_images_on_push = true', '>= 0.30.0')],
    ['hint', cloudposse('image_tag_mutability = "MUTABLE"', '>= 0.20.0, < 1.0.0')],
    ['hint', cloudposse('scan_images_on_push = true', '~> 0.30')],
    ['hint', cloudposse('scan_images_on_push = false', '>= 0.14.0')],
    ['hint', cloudposse('image_tag_mutability = "MUTABLE"', '> 0.29.0')],
    ['hint', cloudposse('scan_images_on_push = true', '~> 0.30', '')],
    ['hint', cloudposse('image_tag_mutability = "IMMUTABLE"', '~> 0.16')],
    ['hint', cloudposse('image_tag_mutability = null', '>= 0.30.0, <= 0.31.0')],
  ])('speaks of what is wrong: %s', (severity, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`${severity} ${ID}`]);
  });

  it.each([
    cloudposse('', '>= 0.31.0'),
    cloudposse('', '~> 0.30.0'),
    cloudposse('scan_images_on_push = true\nimage_tag_mutability = "MUTABLE"', '>= 0.30.0'),
    cloudposse('', ''),
    cloudposse('', '1.0.0'),
    tam('', '>= 1.0'),
    lgallard('', '>= 0.1'),
    cloudposse('', 'x'),
  ])('is silent on what is right or unknown: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
