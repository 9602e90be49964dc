import { describe, expect, it } from 'vitest';
import type { SimulatedRule } from '../../../server/src/ecr/documents/lifecycle/completeRule.ts';
import { MADE_UP, madeUpImages } from '../../../server/src/simulate/input/madeUpImages.ts';
import { simulate } from '../../../server/src/simulate/run/simulateRun.ts';
import vectors from '../../vectors/simulate.json';
import { NOW, rule, rulesOf } from './support.ts';

/** Digest without its beginning, tags and verdict of each image that is made up for the rules. */
function shown(rules: readonly SimulatedRule[]): string[] {
  return simulate(rules, madeUpImages(rules, NOW), NOW).outcomes.map(({ image, verdict, rule: acting }) =>
    `${image.digest.slice(MADE_UP.length)} [${image.tags.join(' ')}] ${verdict} ${acting?.priority ?? ''}`.trim(),
  );
}

describe('made-up images', () => {
  it('show what each rule does, and what no rule sees', () => {
    expect(
      shown([
        rule(1, ['v*', '*-ok'], 'imageCountMoreThan', 2),
        rule(2, ['latest'], 'sinceImagePushed', 7),
        rule(3, [], 'sinceImagePulled', 7, 'archive'),
        rule(4, null, 'sinceImageTransitioned', 90),
      ]),
    ).toEqual([
      'rule-1-image-1 [v1 1-ok] expire 1',
      'rule-1-image-2 [v2 2-ok] expire 1',
      'rule-1-image-3 [v3 3-ok] keep',
      'rule-1-image-4 [v4 4-ok] keep',
      'rule-2-image-1 [latest] expire 2',
      'rule-3-image-1 [] archive 3',
      'rule-3-image-2 [] keep',
      'rule-3-image-3 [] archive 3',
      'rule-4-image-1 [any-4-1] expire 4',
      'rule-4-image-2 [any-4-2] keep',
      'untagged [] archive 3',
      'other [other-tag-1] keep',
    ]);
  });

  it('are few where a rule keeps any number', () => {
    expect(shown([rule(1, ['v*'], 'imageCountMoreThan', 999_999), rule(2, null, 'sinceImagePushed', 1e9)])).toEqual([
      'rule-1-image-1 [v1] keep',
      'rule-1-image-2 [v2] keep',
      'rule-1-image-3 [v3] keep',
      'rule-2-image-1 [any-2-1] keep',
      'untagged [] keep',
      'other [other-tag-1] keep',
    ]);
  });

  it.each(vectors)('show every rule of $id acting that is not dead', ({ rules: json }) => {
    const rules = rulesOf({ rules: json });
    for (const outcome of simulate(rules, madeUpImages(rules, NOW), NOW).rules) {
      const { requirement, countNumber } = outcome.rule;
      const isShown = outcome.dead === null && countNumber < 1000 && requirement.kind !== 'untagged';
      if (isShown) expect(outcome.acted).toBeGreaterThan(0);
    }
  });
});
