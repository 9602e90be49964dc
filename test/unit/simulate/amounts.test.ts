import { describe, expect, it } from 'vitest';
import { imagesOfText } from '../../../client/src/simulator/view/controls/imageSource.ts';
import { totalInWords } from '../../../client/src/simulator/view/words.ts';
import { printTextSimulation } from '../../../server/src/report/simulation/simulationText.ts';
import { printTextSteadyState } from '../../../server/src/report/simulation/timeText.ts';
import { printBytes, printCount } from '../../../server/src/simulate/amounts.ts';
import { simulate } from '../../../server/src/simulate/run/simulateRun.ts';
import { steadyStateOf } from '../../../server/src/simulate/time/steadyState.ts';
import { image, NOW, rule } from './support.ts';

describe('a size', () => {
  it.each([
    [0, '0 B'],
    [1, '1 B'],
    [999, '999 B'],
    [999.6, '1 KB'],
    [1024, '1.02 KB'],
    [230_000_000, '230 MB'],
    [999_499_999, '999 MB'],
    [8_100_000_000, '8.1 GB'],
    [4e12, '4 TB'],
    [5e18, '5000 PB'],
  ])('of %d bytes is %s', (bytes, words) => {
    expect(printBytes(bytes)).toBe(words);
  });

  it.each([1, 1024, 52_428_800, 230_000_000, 8_053_063_680, 999_600_000, 1_000_000_000_000, 3_145_728])(
    'of %d bytes is written in one way on the command line and in the view',
    (bytes) => {
      const images = [image('sha256:1', [], 30, { bytes })];
      const simulation = simulate([rule(1, null, 'sinceImagePushed', 2)], images, NOW);
      const count = { expire: 1, archive: 0, keep: 0, unknown: 0, bytesFreed: bytes };
      expect(printTextSimulation(simulation, false)).toContain(`(${printBytes(bytes)}, shared`);
      expect(totalInWords(count, NOW, 0)).toContain(`, ${printBytes(bytes)} freed.`);
    },
  );
});

/** One of several, several of one. */
const WRONG_NUMBER =
  /\b1 (?:images|days|records|stay|go|expire|are|have)\b|\b(?:0|[2-9]|\d{2,}|[\d,]{4,}) (?:image|day|record|stays|goes|expires|is|has)\b/;

describe('a number of things', () => {
  it.each([0, 1, 2, 3, 10, 11, 21, 101, 1000])('agrees with its words: %d', (number) => {
    const said = [
      printCount(number, 'image'),
      totalInWords({ expire: number, archive: number, keep: number, unknown: number, bytesFreed: 0 }, NOW, 0),
      totalInWords({ expire: number, archive: number, keep: number, unknown: number, bytesFreed: 0 }, NOW, 5),
      ...imagesOfText('x', JSON.stringify(Array.from({ length: number }, (_, index) => ({ imageDigest: `${index}` }))))
        .problems,
      ...imagesOfText('x', JSON.stringify(Array.from({ length: number + 3 }, () => ({})))).problems.slice(-1),
      printTextSteadyState(
        steadyStateOf([rule(1, ['v*'], 'imageCountMoreThan', number)], [{ perDay: 1, tags: ['v*'], bytes: null }]),
      ),
    ];
    expect(said.filter((words) => WRONG_NUMBER.test(words))).toEqual([]);
  });
});

describe('a stream that pushes nothing', () => {
  it.each([
    [['v*'], 'imageCountMoreThan', 5],
    [['v*'], 'sinceImagePushed', 5],
    [[], 'imageCountMoreThan', 5],
    [[], 'sinceImagePushed', 1],
    [['x*'], 'imageCountMoreThan', 5],
    [['v*'], 'imageCountMoreThan', 1],
    [null, 'imageCountMoreThan', 5],
    [null, 'sinceImagePushed', 90],
  ] as const)('settles on some day: %j %s %d', (patterns, countType, count) => {
    const rules = [rule(1, patterns, countType, count)];
    const state = steadyStateOf(rules, [{ perDay: 0, tags: ['v*'], bytes: null }]);
    expect(state.settledAfter).toBe(0);
    expect(printTextSteadyState(state)).not.toMatch(/Infinity|∞|NaN/);
    const beside = steadyStateOf(rules, [
      { perDay: 0, tags: ['v*'], bytes: null },
      { perDay: 2, tags: ['v*'], bytes: null },
    ]);
    expect(printTextSteadyState(beside)).not.toMatch(/Infinity|∞|NaN/);
  });
});
