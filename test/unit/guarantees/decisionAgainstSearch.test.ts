import { describe, expect, it } from 'vitest';
import { decide } from '../../../server/src/guarantees/decision/decide.ts';
import { simulate } from '../../../server/src/simulate/run/simulateRun.ts';
import { breaks, NOW, searched } from './boundedSearch.ts';
import { randomPromises } from './randomPromises.ts';

const POLICIES = 12;
const PROMISES = 24;

describe('whether a policy keeps a promise', () => {
  it('is what trying every small set of images finds', () => {
    const kinds = { kept: 0, broken: 0, undecided: 0 };
    for (let seed = 1; seed <= POLICIES; seed += 1) {
      const { rules, promises } = randomPromises(seed, PROMISES);
      const found = searched(rules, promises);
      for (const [index, promise] of promises.entries()) {
        const decision = decide({ rules, mayHaveMore: false }, promise, NOW);
        kinds[decision.kind] += 1;
        const told = JSON.stringify({ seed, rules, promise, images: found[index] });
        if (found[index] !== null) expect(decision.kind, told).toBe('broken');
        if (decision.kind !== 'broken') continue;
        const smallest = Math.min(...decision.breaches.map(({ witness }) => witness.images.length));
        expect(smallest, told).toBeLessThanOrEqual(found[index]?.length ?? Number.POSITIVE_INFINITY);
        for (const { rule, witness } of decision.breaches) {
          const { outcomes } = simulate(rules, witness.images, witness.now);
          expect(breaks(outcomes.slice(0, 1), witness.images, promise), told).toBe(true);
          expect(outcomes[0]?.rule, told).toBe(rule);
        }
      }
    }
    expect(kinds.undecided).toBe(0);
    expect(Math.min(kinds.kept, kinds.broken)).toBeGreaterThan(40);
  });
});
