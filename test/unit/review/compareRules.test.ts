import { describe, expect, test } from 'vitest';
import type { SimulatedRule } from '../../../server/src/ecr/documents/lifecycle/completeRule.ts';
import { compareRules, isSameMeaning } from '../../../server/src/review/lifecycle/compareRules.ts';
import type { Image } from '../../../server/src/simulate/input/image.ts';
import { imageOf } from '../../../server/src/simulate/input/image.ts';
import type { Verdict } from '../../../server/src/simulate/run/outcome.ts';
import { simulate } from '../../../server/src/simulate/run/simulateRun.ts';
import { DAY } from '../../../server/src/simulate/time/clock.ts';
import { below, pick, seeded } from '../../corpus/random.ts';
import { randomCase } from '../simulate/randomCases.ts';
import { shareOf } from '../support/longTests.ts';

const NOW = Date.UTC(2026, 0, 1);

type Effect = 'deleted' | 'archived' | 'kept' | 'spared';

/** The effects on some image under one list of rules and not under the other. */
function effectOf(before: Verdict, after: Verdict): Effect | null {
  if (before === after) return null;
  if (after === 'expire') return 'deleted';
  if (after === 'archive') return before === 'keep' ? 'archived' : 'spared';
  return 'kept';
}

/** Texts of tags that the rules mention, each only once in a repository. */
function tagsOf(rules: readonly SimulatedRule[], random: () => number): string[] {
  const entries = rules.flatMap(({ requirement }) => (requirement.kind === 'tagged' ? requirement.entries : []));
  return entries.map(({ kind, text }) => {
    const fill = () => pick(random, ['', String(below(random, 90)), 'z']);
    return kind === 'prefix' ? `${text}${fill()}` : text.replaceAll('*', fill);
  });
}

function randomImages(rules: readonly SimulatedRule[], random: () => number): Image[] {
  const used = new Set<string>();
  // In every other repository all images match one rule, so that there are enough to count.
  const theme = pick(random, [null, ...rules]);
  return Array.from({ length: 1 + below(random, 9) }, (_, index): Image => {
    const all = tagsOf(rules, random);
    const own = theme === null || below(random, 4) === 0 ? [] : tagsOf([theme], random);
    const others = Array.from({ length: below(random, 4) }, () => pick(random, ['z', `z${index}`, ...all]));
    // Only valid tags count, each on one image at most.
    const tags = [...new Set(theme === null ? others : own)].filter((tag) => /^\w[\w.-]*$/.test(tag) && !used.has(tag));
    for (const tag of tags) used.add(tag);
    const pushed = below(random, 20);
    const pulled = below(random, pushed + 1);
    return imageOf(`d${index}`, {
      tags,
      state: pick(random, ['standard', 'standard', 'standard', 'archive'] as const),
      pushedAt: NOW - (pushed * DAY) / 4,
      pulledAt: below(random, 2) === 0 ? null : NOW - (pulled * DAY) / 4,
      archivedAt: NOW - (below(random, 20) * DAY) / 4,
    });
  });
}

/** The effects that the simulator finds in random repositories; it stops after all expected ones. */
function search(
  before: readonly SimulatedRule[],
  after: readonly SimulatedRule[],
  expected: ReadonlySet<Effect>,
  seed: number,
) {
  const random = seeded(seed);
  const found = new Set<Effect>();
  for (let round = 0; round < 3000 && (round < 60 || [...expected].some((effect) => !found.has(effect))); round += 1) {
    const images = randomImages([...before, ...after], random);
    const [old, now] = [simulate(before, images, NOW), simulate(after, images, NOW)];
    for (const [index, { verdict }] of old.outcomes.entries()) {
      const effect = effectOf(verdict, now.outcomes[index]?.verdict ?? verdict);
      if (effect !== null) found.add(effect);
    }
  }
  return found;
}

/** A second list similar to the first: a number, a priority, an action or a rule differs, or all of it. */
function varied(rules: readonly SimulatedRule[], seed: number): readonly SimulatedRule[] {
  const random = seeded(seed);
  const index = below(random, rules.length);
  const [one] = rules.slice(index);
  const others = rules.filter((rule) => rule !== one);
  if (one === undefined) return rules;
  switch (below(random, 7)) {
    case 0:
      return others;
    case 1:
      return [...others, { ...one, countNumber: 1 + below(random, 4) }];
    case 2:
      return [...others, { ...one, priority: one.priority + 30 }];
    case 3:
      return [...others, { ...one, action: one.action === 'expire' ? 'archive' : 'expire' }];
    case 4:
      return rules.map((rule) => ({ ...rule, priority: rule.priority * 2 }));
    default:
      return randomCase(seed + 50_000).rules;
  }
}

const CASES = shareOf(600);

test('agrees with a search by the simulator over random pairs of policies', () => {
  const wrong: unknown[] = [];
  let differing = 0;
  for (let seed = 1; seed <= CASES; seed += 1) {
    const before = randomCase(seed).rules;
    const after = varied(before, seed);
    const difference = compareRules(before, after);
    const expected = new Set(
      (['deleted', 'archived', 'kept', 'spared'] as const).filter((key) => difference[key].length > 0),
    );
    const found = search(before, after, expected, seed);
    if (expected.size > 0) differing += 1;
    const isAgreed = expected.size === found.size && [...expected].every((effect) => found.has(effect));
    if (!isAgreed) wrong.push({ seed, expected: [...expected].sort(), found: [...found].sort() });
  }
  expect(wrong).toEqual([]);
  expect(differing).toBeGreaterThan(CASES / 2);
});

describe('a tag is on one image at most', () => {
  const rule = (texts: readonly string[], countNumber: number): SimulatedRule => ({
    priority: 1,
    requirement: { kind: 'tagged', entries: texts.map((text) => ({ kind: 'pattern', text })) },
    storageClass: 'standard',
    countType: 'imageCountMoreThan',
    countNumber,
    action: 'expire',
  });

  test('so that a rule that keeps the newest of a certain tag does nothing', () => {
    expect(isSameMeaning(compareRules([], [rule(['latest'], 1)]))).toBe(true);
    expect(isSameMeaning(compareRules([], [rule(['v*', 'latest'], 1)]))).toBe(true);
    expect(isSameMeaning(compareRules([], [rule(['latest*'], 1)]))).toBe(false);
  });
});
