import { describe, expect, it } from 'vitest';
import type { SimulatedRule } from '../../../server/src/ecr/documents/lifecycle/completeRule.ts';
import type { Image } from '../../../server/src/simulate/input/image.ts';
import { imageOf } from '../../../server/src/simulate/input/image.ts';
import type { Simulation } from '../../../server/src/simulate/run/outcome.ts';
import { reasonOf } from '../../../server/src/simulate/run/reason.ts';
import { simulate } from '../../../server/src/simulate/run/simulateRun.ts';
import { DAY } from '../../../server/src/simulate/time/clock.ts';
import { shareOf } from '../support/longTests.ts';
import { randomCase } from './randomCases.ts';
import { NOW } from './support.ts';

const CASES = shareOf(10_000);
/** The semantics in the simplest form: sets of images for each rule, no order, no tree, no shortcut. */
function plainly(rules: readonly SimulatedRule[], images: readonly Image[]): Map<Image, SimulatedRule> {
  const claimed = (rule: SimulatedRule) =>
    images.filter((image) => image.state === rule.storageClass && meets(rule, image.tags));
  const identified = (rule: SimulatedRule) => {
    const all = claimed(rule);
    if (rule.countType === 'imageCountMoreThan') {
      return all.filter((image) => all.filter((other) => isNewer(other, image)).length >= rule.countNumber);
    }
    return all.filter((image) => {
      const time = timeOf(rule, image);
      return time !== null && (NOW - time) / DAY > rule.countNumber;
    });
  };
  const acted = new Map<Image, SimulatedRule>();
  for (const rule of [...rules].sort((one, other) => one.priority - other.priority)) {
    const better = rules.filter((other) => other.priority < rule.priority && other.storageClass === rule.storageClass);
    for (const image of identified(rule)) {
      if (!better.some((other) => claimed(other).includes(image))) acted.set(image, rule);
    }
  }
  return acted;
}

function meets({ requirement }: SimulatedRule, tags: readonly string[]): boolean {
  if (requirement.kind === 'any') return true;
  if (requirement.kind === 'untagged') return tags.length === 0;
  return requirement.entries.every(({ kind, text }) => {
    const escaped = text.replaceAll(/[*-]/g, (letter) => (letter === '*' && kind === 'pattern' ? '.*' : `\\${letter}`));
    const expression = new RegExp(kind === 'pattern' ? `^${escaped}$` : `^${escaped}`);
    return tags.some((tag) => expression.test(tag));
  });
}

function isNewer(one: Image, other: Image): boolean {
  const [first, second] = [one.pushedAt ?? 0, other.pushedAt ?? 0];
  return first > second || (first === second && one.digest < other.digest);
}

function timeOf({ countType }: SimulatedRule, image: Image): number | null {
  if (countType === 'sinceImageTransitioned') return image.archivedAt;
  const restored = image.activatedAt !== null;
  if (countType === 'sinceImagePushed') return restored ? image.activatedAt : image.pushedAt;
  const pulledSince = image.pulledAt !== null && image.pulledAt >= (image.activatedAt ?? 0);
  if (pulledSince) return image.pulledAt;
  return restored ? image.activatedAt : image.pushedAt;
}

function verdictsOf({ outcomes }: Simulation): Record<string, string> {
  return Object.fromEntries(
    outcomes
      .map(({ image, verdict, rule, claimedBy }) => [
        image.digest,
        `${verdict} ${rule?.priority} ${claimedBy?.priority}`,
      ])
      .sort(),
  );
}

/** Compares as text first, which dominates the time for many thousand cases. */
function same(seed: number, actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) expect({ seed, actual }).toEqual({ seed, actual: expected });
}

const cases = Array.from({ length: CASES }, (_, seed) => ({ seed, ...randomCase(seed) }));

describe('random policies and images', () => {
  it('go as the semantics plainly say', () => {
    let acting = 0;
    for (const { seed, rules, images } of cases) {
      const expected = plainly(rules, images);
      const { outcomes, totals } = simulate(rules, images, NOW);
      acting += expected.size;
      same(
        seed,
        outcomes.map(({ rule, verdict }) => [rule?.priority, verdict]),
        outcomes.map(({ image }) => [expected.get(image)?.priority, expected.get(image)?.action ?? 'keep']),
      );
      expect(totals.expire + totals.archive + totals.keep).toBe(images.length);
    }
    expect(acting).toBeGreaterThan(CASES);
  });

  it('do not hang on the order of images or rules', () => {
    for (const { seed, rules, images } of cases) {
      const straight = simulate(rules, images, NOW);
      const turned = simulate([...rules].reverse(), [...images].reverse(), NOW);
      same(seed, verdictsOf(turned), verdictsOf(straight));
      same(seed, [turned.rules, turned.totals], [straight.rules, straight.totals]);
      same(
        seed,
        straight.outcomes.map(({ image }) => image),
        images,
      );
    }
  });

  it('have at most one rule for an image, of its class, and never a dead one', () => {
    let dead = 0;
    for (const { seed, rules, images } of cases) {
      const simulation = simulate(rules, images, NOW);
      for (const { rule, acted, claimed, selected, dead: reason } of simulation.rules) {
        const own = simulation.outcomes.filter((outcome) => outcome.rule === rule);
        same(seed, own.length, acted);
        same(seed, acted <= claimed && claimed <= selected, true);
        if (reason === null) continue;
        dead += 1;
        same(seed, claimed, 0);
      }
      for (const { rule, claimedBy, image } of simulation.outcomes) {
        if (rule !== null) same(seed, [rule, rule.storageClass], [claimedBy, image.state]);
      }
    }
    expect(dead).toBeGreaterThan(shareOf(100));
  });

  it('keep their age verdicts when an unrelated image comes', () => {
    const stranger = imageOf('stranger', { tags: ['a', 'b', 'ab'], pushedAt: NOW });
    for (const { seed, rules, images } of cases) {
      const without = simulate(rules, images, NOW).outcomes;
      const beside = simulate(rules, [stranger, ...images], NOW).outcomes.slice(1);
      for (const [index, outcome] of without.entries()) {
        if (outcome.claimedBy?.countType === 'imageCountMoreThan') continue;
        same(seed, outcome, beside[index]);
      }
    }
  });

  it('never come back from an age verdict as time passes, and go when they were said to', () => {
    for (const { seed, rules, images } of cases) {
      const now = simulate(rules, images, NOW).outcomes;
      const later = simulate(rules, images, NOW + 2 * DAY).outcomes;
      for (const [index, outcome] of now.entries()) {
        if (outcome.claimedBy?.countType === 'imageCountMoreThan') continue;
        if (outcome.rule !== null) same(seed, later[index]?.rule, outcome.rule);
        const isDue = outcome.when !== null && outcome.when < NOW + 2 * DAY;
        if (isDue) same(seed, later[index]?.rule, outcome.claimedBy);
        else same(seed, later[index]?.verdict, outcome.verdict);
      }
    }
  });

  it('have a reason for each image', () => {
    for (const { rules, images } of cases) {
      const reasons = simulate(rules, images, NOW).outcomes.map((outcome) => reasonOf(outcome, NOW));
      expect(reasons.filter((reason) => !/^(Rule \d+|No rule|It is) [^{}]*\.$/.test(reason))).toEqual([]);
    }
  });
});
