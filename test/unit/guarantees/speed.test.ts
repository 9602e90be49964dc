import { expect, it } from 'vitest';
import type { SimulatedRule } from '../../../server/src/ecr/documents/lifecycle/completeRule.ts';
import { decide, WitnessBudget } from '../../../server/src/guarantees/decision/decide.ts';
import type { KeepPromise } from '../../../server/src/guarantees/decision/promise.ts';

/** Milliseconds of a processor, once the code is warm: measured at 10 to 15. */
const LIMIT = 50;

/** The first runs compile the code. */
const RUNS = 20;

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
    const start = process.cpuUsage();
    const decisions = Array.from({ length: 10 }, (_, index) =>
      decide({ rules, mayHaveMore: false }, promise(index), 0, budget),
    );
    const { user, system } = process.cpuUsage(start);
    return { took: (user + system) / 1000, decisions };
  };
  const runs = Array.from({ length: RUNS }, run);
  expect(runs[0]?.decisions.every(({ kind }) => kind === 'broken')).toBe(true);
  const best = Math.min(...runs.map(({ took }) => took));
  console.info(`50 rules, 10 guarantees: ${best.toFixed(1)} ms`);
  expect(best).toBeLessThan(LIMIT);
});
