import { describe, expect, it } from 'vitest';
import type { Image } from '../../../server/src/simulate/input/image.ts';
import { simulate } from '../../../server/src/simulate/run/simulateRun.ts';
import { DAY } from '../../../server/src/simulate/time/clock.ts';
import { below, pick, seeded } from '../../corpus/random.ts';
import { shareOf } from '../support/longTests.ts';
import { randomCase } from './randomCases.ts';
import { NOW } from './support.ts';

const CASES = shareOf(2000);

function* cases() {
  for (let seed = 0; seed < CASES; seed += 1) yield { seed, random: seeded(-1 - seed), ...randomCase(seed) };
}

describe('random repositories of indexes and attached images', () => {
  function linked(random: () => number, images: readonly Image[]): Image[] {
    return images.map((image) => {
      const digest = () => pick(random, images).digest;
      const children = below(random, 4) === 0 ? [digest(), digest(), 'gone'] : [];
      return { ...image, children, subject: below(random, 4) === 0 ? digest() : null };
    });
  }

  it('never lose what an index refers to, and keep together what is attached', () => {
    const seen = { held: 0, attached: 0 };
    for (const { seed, random, rules, images: plain } of cases()) {
      const images = linked(random, plain);
      const { outcomes } = simulate(rules, images, NOW);
      const byDigest = new Map(outcomes.map((outcome) => [outcome.image.digest, outcome]));
      const held = new Set(
        images.flatMap(({ digest, children }) => (children ?? []).filter((child) => child !== digest)),
      );
      for (const { image, rule, verdict, cause } of outcomes) {
        if (held.has(image.digest)) expect([seed, rule, verdict]).toEqual([seed, null, 'keep']);
        if (cause === 'referenced') seen.held += 1;
        if (cause !== 'attached') continue;
        seen.attached += 1;
        expect([seed, verdict]).toEqual([seed, byDigest.get(image.subject ?? '')?.verdict]);
      }
    }
    expect(Math.min(seen.held, seen.attached)).toBeGreaterThan(shareOf(100));
  });

  it('do not hang on the order of the images', () => {
    for (const { seed, random, rules, images: plain } of cases()) {
      const images = linked(random, plain);
      const verdicts = (some: readonly Image[]) =>
        simulate(rules, some, NOW)
          .outcomes.map(({ image, verdict, cause, other }) => `${image.digest} ${verdict} ${cause} ${other?.digest}`)
          .sort();
      expect([seed, ...verdicts([...images].reverse())]).toEqual([seed, ...verdicts(images)]);
    }
  });
});

describe('random repositories with dates missing', () => {
  it('have no verdict that a date could change', () => {
    let known = 0;
    for (const { seed, random, rules, images: dated } of cases()) {
      const images = dated.map((image) => (below(random, 3) === 0 ? { ...image, pushedAt: null } : image));
      const { outcomes } = simulate(rules, images, NOW);
      const possible = images.map(() => new Set<string>());
      for (let attempt = 0; attempt < 12; attempt += 1) {
        // All missing dates old, all new, then in between: the extremes usually decide.
        const moment = () => NOW - ([1000, 0][attempt] ?? below(random, 24) / 4) * DAY;
        const guessed = images.map((image) => (image.pushedAt === null ? { ...image, pushedAt: moment() } : image));
        for (const [index, { verdict }] of simulate(rules, guessed, NOW).outcomes.entries())
          possible[index]?.add(verdict);
      }
      for (const [index, { verdict, image }] of outcomes.entries()) {
        if (verdict === 'unknown') continue;
        if (image.pushedAt === null) known += 1;
        expect([seed, image.digest, ...(possible[index] ?? [])]).toEqual([seed, image.digest, verdict]);
      }
    }
    expect(known).toBeGreaterThan(shareOf(100));
  });
});
