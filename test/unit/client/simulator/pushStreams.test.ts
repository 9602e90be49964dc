import { describe, expect, it } from 'vitest';
import {
  firstStreams,
  perDayIn,
  readStreams,
  tagsIn,
} from '../../../../client/src/simulator/view/pushes/pushStreams.ts';
import { imagesAfter, steadyStateOf } from '../../../../server/src/simulate/time/steadyState.ts';
import { rule } from '../../simulate/support.ts';

describe('the pushes of the view', () => {
  it('begin with what the first rules are for', () => {
    const rules = [
      rule(1, ['v*', '*-ok'], 'imageCountMoreThan', 3),
      rule(2, [], 'sinceImagePushed', 7),
      rule(3, null, 'sinceImagePushed', 9),
    ];
    expect(firstStreams(rules).map(({ perDay, tags }) => [perDay, ...tags])).toEqual([
      [5, 'v*', '*-ok'],
      [5],
      [5, 'build-*'],
    ]);
    expect(firstStreams([])).toEqual([]);
    expect(
      firstStreams(Array.from({ length: 9 }, (_, index) => rule(index + 1, [`t${index}-*`], 'sinceImagePushed', 7))),
    ).toHaveLength(3);
  });

  it.each([
    ['5', 5],
    [' 0.5 ', 0.5],
    ['0,5', 0.5],
    ['0', 0],
    ['100000', 100_000],
    ['', null],
    ['many', null],
    ['-1', null],
    ['1e9', null],
    ['Infinity', null],
    ['NaN', null],
  ])('read "%s" images a day', (text, expected) => {
    expect(perDayIn(text)).toBe(expected);
  });

  it('read tags apart from each other by commas and spaces, each once', () => {
    expect(tagsIn(' v*,latest  sha-*,, v* ')).toEqual(['v*', 'latest', 'sha-*']);
    expect(tagsIn('')).toEqual([]);
  });

  it.each([
    null,
    5,
    'x',
    {},
    [5],
    [{}],
    [{ perDay: 'x', tags: [] }],
    [{ perDay: -1, tags: [] }],
    [{ perDay: 1, tags: 'v' }],
  ])('take nothing that was kept as %j', (kept) => {
    expect(readStreams(kept)).toBeNull();
  });

  it('are kept with the view', () => {
    expect(readStreams([{ perDay: 2, tags: ['a', 7] }])).toEqual([{ perDay: 2, tags: ['a'], bytes: null }]);
    expect(readStreams([])).toEqual([]);
  });

  it('lead to so many images after some days', () => {
    const rules = [rule(1, ['v*'], 'imageCountMoreThan', 30), rule(2, [], 'sinceImagePushed', 14)];
    const after = (perDay: number, tags: readonly string[], days: number) =>
      imagesAfter(steadyStateOf(rules, [{ perDay, tags, bytes: null }]), days);
    expect([1, 10, 30, 365].map((days) => after(2, ['v*'], days))).toEqual([2, 20, 32, 32]);
    expect([1, 10, 30, 365].map((days) => after(2, [], days))).toEqual([2, 20, 30, 30]);
    expect([1, 30, 365].map((days) => after(2, ['other-*'], days))).toEqual([2, 60, 730]);
    expect(after(0, ['v*'], 365)).toBe(0);
  });
});
