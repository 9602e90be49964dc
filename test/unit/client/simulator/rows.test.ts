import { describe, expect, it } from 'vitest';
import { sceneOf } from '../../../../client/src/simulator/view/picture/scene.ts';
import type { Filter, Order } from '../../../../client/src/simulator/view/table/rows.ts';
import { rowsOf } from '../../../../client/src/simulator/view/table/rows.ts';
import { image, NOW, rule } from '../../simulate/support.ts';

const SCENE = sceneOf(
  [rule(1, ['v*'], 'imageCountMoreThan', 1), rule(2, [], 'sinceImagePushed', 7)],
  [
    image('a', ['v1'], 30, { bytes: 10 }),
    image('b', ['v2', 'Latest'], 3),
    image('c', [], 2, { bytes: 30 }),
    image('d', [], 8, { bytes: 20 }),
  ],
  NOW,
  [rule(1, ['v*'], 'imageCountMoreThan', 5)],
);

function rows(filter: Partial<Filter>, column: Order['column'] = 'image', descending = false): string {
  const all = { search: '', onlyChanges: false, lane: null, ...filter };
  return rowsOf(SCENE.marks, all, { column, descending })
    .map((place) => SCENE.marks[place]?.outcome.image.digest)
    .join('');
}

describe('the table of images', () => {
  it.each([
    ['verdict', false, 'adbc'],
    ['verdict', true, 'bcad'],
    ['when', false, 'adcb'],
    ['when', true, 'cadb'],
    ['age', false, 'cbda'],
    ['age', true, 'adbc'],
    ['size', false, 'adcb'],
    ['size', true, 'cdab'],
    ['rule', false, 'abcd'],
  ] as const)('by %s, descending %s: %s', (column, descending, expected) => {
    expect(rows({}, column, descending)).toBe(expected);
  });

  it('finds images by words of tags, digest and verdict, in any letter case', () => {
    expect(rows({ search: 'latest' })).toBe('b');
    expect(rows({ search: 'EXPIRE v' })).toBe('a');
    expect(rows({ search: ' ' })).toBe('cdab');
    expect(rows({ search: 'nothing' })).toBe('');
  });

  it('narrows to a lane and to what changed', () => {
    expect(rows({ lane: 1 })).toBe('cd');
    expect(rows({ onlyChanges: true })).toBe('da');
  });
});
