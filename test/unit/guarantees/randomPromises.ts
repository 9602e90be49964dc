import type { TagRequirement } from '../../../server/src/ecr/documents/lifecycle/claims/requirement.ts';
import type { SimulatedRule } from '../../../server/src/ecr/documents/lifecycle/completeRule.ts';
import type { KeepPromise } from '../../../server/src/guarantees/decision/promise.ts';
import { below, pick, seeded } from '../../corpus/random.ts';

const PATTERNS = ['*', 'a*', '*b', 'a1', 'ab', '*1', 'b*', 'a*b', '*a*', 'c*'];
const PREFIXES = ['a', 'b', 'ab', '', 'c'];

/** Rules of every count type, storage class and kind of list, and promises about the same tags. */
export function randomPromises(
  seed: number,
  number: number,
): { readonly rules: readonly SimulatedRule[]; readonly promises: readonly KeepPromise[] } {
  const random = seeded(seed);
  const some = (from: readonly string[]) =>
    Array.from({ length: below(random, 3) === 0 ? 2 : 1 }, () => pick(random, from));
  const tagged = (): TagRequirement => {
    const kind = pick(random, ['pattern', 'pattern', 'prefix'] as const);
    const entries = some(kind === 'pattern' ? PATTERNS : PREFIXES).map((text) => ({ kind, text }));
    return { kind: 'tagged', entries };
  };
  const priorities = [1, 2, 3, 5].slice(0, 1 + below(random, 4));
  const rules = priorities.map((priority): SimulatedRule => {
    const countType = pick(random, [
      'imageCountMoreThan',
      'imageCountMoreThan',
      'sinceImagePushed',
      'sinceImagePulled',
      'sinceImageTransitioned',
    ] as const);
    const isLast = priority === priorities.at(-1);
    return {
      priority,
      requirement: pick(random, [tagged(), tagged(), { kind: 'untagged' }, isLast ? { kind: 'any' } : tagged()]),
      storageClass: countType === 'sinceImageTransitioned' ? 'archive' : 'standard',
      countType,
      countNumber: 1 + below(random, countType === 'imageCountMoreThan' ? 2 : 3),
      action: pick(random, ['expire', 'expire', 'archive'] as const),
    };
  });
  const promises = Array.from({ length: number }, (): KeepPromise => {
    const limits = pick(random, ['newest', 'days', 'both'] as const);
    return {
      covered: Array.from({ length: 1 + below(random, 2) }, () => ({
        kind: 'tagged',
        entries: [{ kind: 'pattern', text: pick(random, PATTERNS) }],
      })),
      newest: limits === 'days' ? null : 1 + below(random, 3),
      days: limits === 'newest' ? null : 1 + below(random, 3),
      forbidsArchive: below(random, 2) === 0,
    };
  });
  return { rules, promises };
}
