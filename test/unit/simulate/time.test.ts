import { describe, expect, it } from 'vitest';
import type { SimulatedRule } from '../../../server/src/ecr/documents/lifecycle/completeRule.ts';
import type { Image } from '../../../server/src/simulate/input/image.ts';
import { imageOf } from '../../../server/src/simulate/input/image.ts';
import { simulate } from '../../../server/src/simulate/run/simulateRun.ts';
import { DAY, isoDate } from '../../../server/src/simulate/time/clock.ts';
import type { PushStream } from '../../../server/src/simulate/time/pushStream.ts';
import { afterRun, runByRun, scheduleOf } from '../../../server/src/simulate/time/schedule.ts';
import { steadyStateOf } from '../../../server/src/simulate/time/steadyState.ts';
import { below, pick, seeded } from '../../corpus/random.ts';
import { shareOf } from '../support/longTests.ts';
import { randomCase } from './randomCases.ts';
import { image, NOW, rule } from './support.ts';

describe('the coming days', () => {
  const told = (rules: readonly SimulatedRule[], images: readonly Image[], days: number) =>
    scheduleOf(rules, images, NOW, days).map(
      ({ at, acted }) =>
        `${isoDate(at).slice(0, 10)} ${acted.map((outcome) => `${outcome.verdict} ${outcome.image.digest}`).join(', ')}`,
    );

  it('see each image go on the first run after its day', () => {
    const images = [image('A', ['v1'], 9.5), image('B', ['v1'], 10), image('C', ['v1'], 10.5), image('D', ['x'], 1)];
    expect(told([rule(1, ['v*'], 'sinceImagePushed', 10)], images, 30)).toEqual([
      '2026-01-01 expire C',
      '2026-01-02 expire A, expire B',
    ]);
  });

  it('see images go to the archive and from there', () => {
    const rules = [rule(1, null, 'sinceImagePushed', 3, 'archive'), rule(2, null, 'sinceImageTransitioned', 90)];
    expect(told(rules, [image('A', [], 1.5)], 365)).toEqual(['2026-01-03 archive A', '2026-04-04 expire A']);
    expect(told(rules, [image('A', [], 1.5)], 10)).toEqual(['2026-01-03 archive A']);
  });

  it('see what an index held go after it', () => {
    const images = [image('index', ['v1'], 9, { children: ['child'] }), image('child', [], 9)];
    expect(told([rule(1, null, 'sinceImagePushed', 10)], images, 30)).toEqual([
      '2026-01-03 expire index',
      '2026-01-04 expire child',
    ]);
  });

  it('are the same at once as run by run', () => {
    let acted = 0;
    for (let seed = 0; seed < shareOf(2000); seed += 1) {
      const { rules: drawn, images } = randomCase(seed);
      // Nothing can be archived twice.
      const rules = drawn.map((one) => (one.storageClass === 'archive' ? { ...one, action: 'expire' as const } : one));
      const atOnce = scheduleOf(rules, images, NOW, 20);
      acted += atOnce.length;
      expect([seed, atOnce]).toEqual([seed, runByRun(rules, images, NOW, 20)]);
    }
    expect(acted).toBeGreaterThan(shareOf(2000));
  });

  it('are the same at once as run by run where images refer to each other', () => {
    const seen = { linked: 0, free: 0 };
    for (let seed = 0; seed < shareOf(4000); seed += 1) {
      const random = seeded(-1 - seed);
      const { rules: drawn, images: plain } = randomCase(seed);
      const rules = drawn.map((one) => (one.storageClass === 'archive' ? { ...one, action: 'expire' as const } : one));
      const images = plain.map((one) => ({
        ...one,
        pushedAt: below(random, 9) === 0 ? null : one.pushedAt,
        children: below(random, 6) === 0 ? [pick(random, plain).digest, 'gone'] : [],
        subject: below(random, 6) === 0 ? pick(random, plain).digest : null,
      }));
      const atOnce = scheduleOf(rules, images, NOW, 20);
      const outcomes = atOnce.flatMap(({ acted }) => acted);
      seen.linked += outcomes.filter(({ image: { subject } }) => subject !== null).length;
      seen.free += outcomes.filter(({ image: { subject } }) => subject === null).length;
      expect([seed, atOnce]).toEqual([seed, runByRun(rules, images, NOW, 20)]);
    }
    expect(Math.min(seen.linked, seen.free)).toBeGreaterThan(shareOf(500));
  });

  it('are over soon where only counts rule', () => {
    const images = [1, 2, 3].map((days) => image(`d${days}`, [], days));
    expect(told([rule(1, null, 'imageCountMoreThan', 1)], images, 1e9)).toEqual(['2026-01-01 expire d2, expire d3']);
  });
});

describe('pushing on and on', () => {
  const stream = (perDay: number, tags: readonly string[], bytes: number | null = 10): PushStream => ({
    perDay,
    tags,
    bytes,
  });

  it('settles at the days or the count of the rule', () => {
    const aged = steadyStateOf([rule(1, ['v*'], 'sinceImagePushed', 14)], [stream(2, ['v*'])]);
    expect(aged).toMatchObject({ images: 30, bytes: 300, settledAfter: 15, fullAfter: null });
    const counted = steadyStateOf([rule(1, ['v*'], 'imageCountMoreThan', 20)], [stream(2, ['v*'])]);
    expect(counted).toMatchObject({ images: 22, settledAfter: 11 });
  });

  it('shares a count among the streams that it selects', () => {
    const rules = [rule(1, ['main-*'], 'sinceImagePushed', 3), rule(2, null, 'imageCountMoreThan', 100)];
    const { streams } = steadyStateOf(rules, [stream(5, ['main-*']), stream(2, ['pr-*'])]);
    // Twenty places are taken by what rule 1 has not yet deleted; two images a day fill the other eighty.
    expect(streams.map(({ standard, claimedBy }) => [claimedBy?.priority, standard])).toEqual([
      [1, 20],
      [2, 82],
    ]);
  });

  it('grows without end through a gap, until the repository is full', () => {
    const rules = [rule(1, ['v*'], 'sinceImagePushed', 14)];
    const { streams, images, bytes, fullAfter } = steadyStateOf(rules, [
      stream(10, ['v*', 'latest']),
      stream(100, ['latest'], null),
    ]);
    expect([images, bytes, fullAfter]).toEqual([Number.POSITIVE_INFINITY, null, 999]);
    expect(streams.map(({ gap }) => gap)).toEqual([null, 'no rule matches untagged images']);
    const archiving = [rule(1, null, 'sinceImagePushed', 14, 'archive')];
    expect(steadyStateOf(archiving, [stream(1, ['v*'])]).streams[0]).toMatchObject({
      standard: 15,
      archived: Number.POSITIVE_INFINITY,
      gap: 'no rule expires images tagged v* from the archive',
    });
    const protecting = [rule(1, ['v*'], 'imageCountMoreThan', 999_999)];
    expect(steadyStateOf(protecting, [stream(100, ['v*'])])).toMatchObject({ images: 1_000_099, fullAfter: 1000 });
  });

  it('says nothing where the numbers in tags decide', () => {
    const { streams, images } = steadyStateOf([rule(1, ['v1*'], 'sinceImagePushed', 14)], [stream(1, ['v*'])]);
    expect([streams[0]?.gap, images]).toEqual([
      'which rule images tagged v* belong to depends on the numbers in their tags',
      Number.NaN,
    ]);
  });

  it('keeps the newest image of a stream that rarely comes, where its moving tag is protected', () => {
    const rules = [rule(1, ['latest'], 'imageCountMoreThan', 5), rule(2, null, 'sinceImagePushed', 2)];
    expect(steadyStateOf(rules, [stream(0.1, ['latest', 'v*'])]).images).toBe(1);
    expect(steadyStateOf(rules, [stream(0, ['v*'])]).images).toBe(0);
  });

  it('settles where pushing day by day does', () => {
    for (let seed = 0; seed < shareOf(150); seed += 1) {
      const random = seeded(seed);
      const streams = Array.from({ length: 1 + below(random, 3) }, () =>
        stream(
          1 + below(random, 3),
          pick(random, [['a-*'], ['b-*'], ['a-*', 'b-*'], ['latest'], ['latest', 'a-*']]),
          1,
        ),
      );
      const rules = [
        rule(
          1,
          pick(random, [['a-*'], ['b-*'], ['a-*', 'b-*'], []]),
          pick(random, ['imageCountMoreThan', 'sinceImagePushed']),
          1 + below(random, 20),
        ),
        rule(
          2,
          null,
          pick(random, ['imageCountMoreThan', 'sinceImagePushed']),
          1 + below(random, 30),
          pick(random, ['expire', 'archive']),
        ),
        rule(3, null, 'sinceImageTransitioned', 1 + below(random, 9)),
      ];
      const { images, settledAfter } = steadyStateOf(rules, streams);
      const found = pushDaily(rules, streams, settledAfter + 20);
      const tolerance = 2 + streams.reduce((total, { perDay }) => total + perDay, 0);
      expect([seed, Math.abs(found - images) <= tolerance, found, images]).toEqual([seed, true, found, images]);
    }
  });

  /** The images directly before the run of the last day, pushed evenly over each day; moving tags move. */
  function pushDaily(rules: readonly SimulatedRule[], streams: readonly PushStream[], days: number): number {
    let images: Image[] = [];
    let before = 0;
    for (let day = 0; day < days; day += 1) {
      for (const [index, { perDay, tags }] of streams.entries()) {
        for (let push = 0; push < perDay; push += 1) {
          images = images.map((old) =>
            old.digest.startsWith(`${index}-`) ? { ...old, tags: old.tags.filter((tag) => tag !== 'latest') } : old,
          );
          const number = `${day}.${push}`;
          const pushedAt = NOW + (day + (push + 0.5) / perDay) * DAY;
          images.push(imageOf(`${index}-${number}`, { tags: tags.map((tag) => tag.replace('*', number)), pushedAt }));
        }
      }
      before = images.length;
      const at = NOW + (day + 1) * DAY;
      images = afterRun(simulate(rules, images, at).outcomes, at);
    }
    return before;
  }
});
