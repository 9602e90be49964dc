import { expect, it } from 'vitest';
import type { SimulatedRule } from '../../../server/src/ecr/documents/lifecycle/completeRule.ts';
import { decide, WitnessBudget } from '../../../server/src/guarantees/decision/decide.ts';
import type { KeepPromise } from '../../../server/src/guarantees/decision/promise.ts';

/** Measured at 15 to 50 ms; the limit leaves room for a busy one. */
const LIMIT = 1500;

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
    const start = performance.now();
    const decisions = Array.from({ length: 10 }, (_, index) =>
      decide({ rules, mayHaveMore: false }, promise(index), 0, budget),
    );
    return { took: performance.now() - start, decisions };
  };
  const runs = [run(), run(), run()];
  expect(runs[0]?.decisions.every(({ kind }) => kind === 'broken')).toBe(true);
  const best = Math.min(...runs.map(({ took }) => took));
  console.info(`50 rules, 10 guarantees: ${best.toFixed(1)} ms`);
  expect(best).toBeLessThan(LIMIT);
});
