import { describe, expect, it } from 'vitest';
import {
  actionsByDay,
  ageOn,
  countByLane,
  countOn,
  verdictOn,
} from '../../../../client/src/simulator/view/controls/moment.ts';
import { LANE_HEIGHT, layOut } from '../../../../client/src/simulator/view/picture/pictureLayout.ts';
import { sceneOf } from '../../../../client/src/simulator/view/picture/scene.ts';
import { changesInWords, linesOf, totalInWords, whenOf } from '../../../../client/src/simulator/view/words.ts';
import { imageOf } from '../../../../server/src/simulate/input/image.ts';
import { image, NOW, rule } from '../../simulate/support.ts';

const RULES = [
  rule(1, ['v*'], 'imageCountMoreThan', 2),
  rule(2, [], 'sinceImagePushed', 7),
  rule(3, ['v1*'], 'sinceImagePushed', 1),
];

const IMAGES = [
  image('v3', ['v3'], 1),
  image('v2', ['v2'], 20),
  image('v1', ['v1'], 40, { bytes: 3 * 1024 ** 2 }),
  image('young', [], 2),
  image('old', [], 9, { bytes: 1024 }),
  image('other', ['x'], 3),
  imageOf('undated'),
];

const SCENE = sceneOf(RULES, IMAGES, NOW, null);

function verdicts(day: number): string[] {
  return SCENE.marks.map((mark) => `${mark.outcome.image.digest} ${verdictOn(mark, day)}`);
}

describe('what the picture shows', () => {
  it('has a lane for each rule in order of effect, and one for the images of none', () => {
    expect(SCENE.lanes.map(({ title, limit, outcome }) => [title, limit, outcome?.dead ?? null])).toEqual([
      ['expires images tagged v* but the newest 2', null, null],
      ['expires untagged images pushed more than 7 days ago', 7, null],
      [
        'expires other images tagged v1* pushed more than 1 day ago',
        1,
        'every image that it selects belongs to rule 1',
      ],
      ['no rule touches these', null, null],
    ]);
    expect(SCENE.marks.map(({ lane }) => lane)).toEqual([0, 0, 0, 1, 1, 3, 1]);
    expect(countByLane(SCENE.marks, SCENE.lanes.length, 0)).toEqual([
      { all: 3, gone: 1 },
      { all: 3, gone: 1 },
      { all: 0, gone: 0 },
      { all: 1, gone: 0 },
    ]);
  });

  it('says what has gone by each day of the slider', () => {
    expect(verdicts(0)).toEqual([
      'v3 keep',
      'v2 keep',
      'v1 expire',
      'young keep',
      'old expire',
      'other keep',
      'undated unknown',
    ]);
    expect(verdicts(5)[3]).toBe('young keep');
    expect(verdicts(6)[3]).toBe('young expire');
    expect(actionsByDay(SCENE.marks).flatMap((count, day) => (count > 0 ? [[day, count]] : []))).toEqual([
      [0, 2],
      [6, 1],
    ]);
    expect(totalInWords(countOn(SCENE.marks, 0), NOW, 0)).toBe(
      'With the next run: 2 images expire, 4 stay, 1 not known, 3.15 MB freed.',
    );
    expect(totalInWords(countOn(SCENE.marks, 30), NOW, 30)).toBe(
      'By 2026-01-31, if nothing is pushed or pulled: 3 images expired, 3 left, 1 not known, 3.15 MB freed.',
    );
  });

  it('follows an image through the archive', () => {
    const rules = [
      rule(1, null, 'sinceImagePulled', 10, 'archive'),
      { ...rule(2, null, 'sinceImageTransitioned', 90), storageClass: 'archive' as const },
    ];
    const { marks } = sceneOf(rules, [image('a', ['a'], 4)], NOW, null);
    const [mark] = marks;
    if (mark === undefined) throw new Error('no mark');
    expect([0, 6, 7, 97, 98].map((day) => verdictOn(mark, day))).toEqual([
      'keep',
      'keep',
      'archive',
      'archive',
      'expire',
    ]);
    expect(whenOf(mark, NOW)).toBe('2026-01-08, gone 2026-04-09');
  });

  it('puts the oldest at the left, the day that a rule acts between what goes and what stays, and no image on another', () => {
    const { x, y, limits, height } = layOut(SCENE, 600, 0);
    const [v3 = 0, v2 = 0, v1 = 0, young = 0, old = 0] = x;
    expect([v1 < v2, v2 < v3, old < (limits[1] ?? 0), (limits[1] ?? 0) < young]).toEqual([true, true, true, true]);
    expect(height).toBeGreaterThan(SCENE.lanes.length * LANE_HEIGHT);
    const same = layOut(
      sceneOf(
        RULES,
        [1, 2, 3].map((n) => image(`v${n}`, [`v${n}`], 5)),
        NOW,
        null,
      ),
      600,
      0,
    );
    expect(new Set(same.y).size).toBe(3);
    expect([...y].map((at) => Math.floor(at / LANE_HEIGHT))).toEqual(SCENE.marks.map(({ lane }) => lane));
  });

  it('lets images grow older with the slider, and marks those without a date apart', () => {
    const { x } = layOut(SCENE, 600, 0);
    expect(SCENE.marks.map((mark) => ageOn(mark, NOW, 30))).toEqual([31, 50, 70, 32, 39, 33, null]);
    expect(x[6]).toBeLessThan(Math.min(...x.slice(0, 6)));
  });
});

describe('what another text changes', () => {
  it('marks the images whose fate is another one', () => {
    const before = [rule(1, ['v*'], 'imageCountMoreThan', 1), rule(2, [], 'sinceImagePushed', 30)];
    const scene = sceneOf(RULES, IMAGES, NOW, before);
    expect(
      scene.marks.flatMap(({ before: verdict, outcome }) => (verdict ? [[outcome.image.digest, verdict]] : [])),
    ).toEqual([
      ['v2', 'expire'],
      ['old', 'keep'],
    ]);
    expect(changesInWords(scene, 'saved')).toBe(
      'Against the saved text 1 image would newly expire, 1 image would now stay.',
    );
    expect(changesInWords(sceneOf(RULES, IMAGES, NOW, RULES), 'committed')).toBe(
      'Nothing changes against the committed text.',
    );
    const old = scene.marks[4];
    expect(old && linesOf(old, scene)).toEqual([
      'expire',
      'Rule 2 expires what was pushed more than 7 days ago; this was 9 days ago.',
      'The compared text: keep.',
      '1.02 KB, pushed 2025-12-23T00:00:00Z',
      'old',
    ]);
  });
});
