import type { SimulatedRule } from '../../../server/src/ecr/documents/lifecycle/completeRule.ts';
import type { Image } from '../../../server/src/simulate/input/image.ts';
import { imageOf } from '../../../server/src/simulate/input/image.ts';
import { DAY } from '../../../server/src/simulate/time/clock.ts';
import { below, pick, seeded } from '../../corpus/random.ts';
import { NOW } from './support.ts';

const TAGS = ['a', 'ab', 'a-1', 'b', 'ba', 'bab', 'b-1', 'aab'];
const PATTERNS = ['*', 'a*', '*b', 'a', 'ab', '*a*', 'b*', 'a*b', '*a*b*', ''];
const PREFIXES = ['a', 'b', 'ab', '', 'a*'];

/** A small policy and a small repository. */
export interface Case {
  readonly rules: readonly SimulatedRule[];
  readonly images: readonly Image[];
}

/** The same case for the same seed, with many claims, ties and exact ages. */
export function randomCase(seed: number): Case {
  const random = seeded(seed);
  const some = <Item>(from: readonly Item[], most: number) =>
    Array.from({ length: below(random, most + 1) }, () => pick(random, from));
  const priorities = [...new Set([1 + below(random, 9), ...some([1, 2, 3, 5, 8, 13, 21], 5)])];
  const rules = priorities.map((priority): SimulatedRule => {
    const countType = pick(random, [
      'imageCountMoreThan',
      'imageCountMoreThan',
      'sinceImagePushed',
      'sinceImagePulled',
      'sinceImageTransitioned',
    ] as const);
    const kind = pick(random, ['pattern', 'prefix'] as const);
    const texts = [...some(kind === 'pattern' ? PATTERNS : PREFIXES, 1), pick(random, PATTERNS)];
    const entries = texts.map((text) => ({ kind, text }));
    return {
      priority,
      requirement: pick(random, [{ kind: 'any' }, { kind: 'untagged' }, { kind: 'tagged', entries }] as const),
      storageClass: countType === 'sinceImageTransitioned' ? 'archive' : 'standard',
      countType,
      countNumber: 1 + below(random, 3),
      action: pick(random, ['expire', 'archive'] as const),
    };
  });
  const images = Array.from({ length: 1 + below(random, 10) }, (_, index): Image => {
    // Quarters of a day, so that equal moments and exact ages come up often.
    const moment = () => NOW - (below(random, 24) * DAY) / 4;
    const maybe = () => (below(random, 3) === 0 ? moment() : null);
    return imageOf(`d${(index * 7) % 10}`, {
      tags: [...new Set(some(TAGS, 3))],
      state: pick(random, ['standard', 'standard', 'archive', 'activating'] as const),
      pushedAt: moment(),
      pulledAt: maybe(),
      activatedAt: maybe(),
      archivedAt: moment(),
      bytes: below(random, 100),
    });
  });
  return { rules, images };
}
