import { expect, it } from 'vitest';
import type { SimulatedRule } from '../../../server/src/ecr/documents/lifecycle/completeRule.ts';
import { decide, WitnessBudget } from '../../../server/src/guarantees/decision/decide.ts';
import type { KeepPromise } from '../../../server/src/guarantees/decision/promise.ts';
import { cpuSecondsOf } from '../support/cpuTime.ts';

/**
 * The time on a processor, once the code is warm, as a part of the time that the same machine takes for the yardstick:
 * measured at 0.7 to 1.3.
 */
const LIMIT = 5;

/** The first runs compile the code. */
const RUNS = 20;

/** Work of the same kind everywhere: 20,000 objects to text and back. */
function yardstick(): void {
  const objects = Array.from({ length: 20_000 }, (_, index) => ({ index, text: `text ${index}` }));
  expect(JSON.parse(JSON.stringify(objects))).toHaveLength(20_000);
}

const rules = Array.from(
  { length: 50 },
  (_, index): SimulatedRule => ({
    priority: index + 1,
    requirement: { kind: 'tagged', entries: [{ kind: 'pattern', text: `service-${index}-*` }] },
    storageClass: 'standard',
    countType: index % 2 === 0 ? 'imageCountMoreThan' : 'sinceImagePushed',
    countNumber: 20,
    action: 'expire',
  }),
);

const promise = (index: number): KeepPromise => ({
  covered: [`release-${index}-*`, `service-${index * 3}-*`].map((text) => ({
    kind: 'tagged',
    entries: [{ kind: 'pattern', text }],
  })),
  newest: 10,
  days: index % 2 === 0 ? null : 90,
  forbidsArchive: false,
});

it('fifty rules are decided against ten guarantees while one types', () => {
  const run = () => {
    const budget = new WitnessBudget();
    const kinds = Array.from(
      { length: 10 },
      (_, index) => decide({ rules, mayHaveMore: false }, promise(index), 0, budget).kind,
    );
    expect(new Set(kinds)).toEqual(new Set(['broken']));
  };
  const best = (what: () => void) => Math.min(...Array.from({ length: RUNS }, () => cpuSecondsOf(what)));
  expect(best(run) / best(yardstick)).toBeLessThan(LIMIT);
});
