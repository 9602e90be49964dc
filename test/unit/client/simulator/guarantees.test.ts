import { describe, expect, it } from 'vitest';
import { movedTo } from '../../../../client/src/simulator/view/guarantees/witness.ts';
import { sceneOf } from '../../../../client/src/simulator/view/picture/scene.ts';
import { linesOf } from '../../../../client/src/simulator/view/words.ts';
import type { ShownGuarantee } from '../../../../server/src/guarantees/shown.ts';
import { image, NOW, rule } from '../../simulate/support.ts';

const RULES = [rule(1, ['v*'], 'imageCountMoreThan', 1), rule(2, [], 'sinceImagePushed', 7)];
const IMAGES = [image('v3', ['v3'], 1), image('v2', ['v2'], 20), image('prod', ['prod'], 3), image('x', ['x'], 400)];

const guarantee = (tag: string, newest: number, holds: boolean): ShownGuarantee => ({
  index: 0,
  title: '',
  tags: [tag],
  rule: null,
  reason: null,
  holds,
  because: '',
  promise: {
    covered: [{ kind: 'tagged', entries: [{ kind: 'pattern', text: tag }] }],
    newest,
    days: null,
    forbidsArchive: false,
  },
  witness: null,
});

describe('what the picture shows of guarantees and of what runs', () => {
  it('has a band in each lane over the images that a guarantee keeps', () => {
    const guarantees = [guarantee('v*', 2, false), guarantee('*', 3, true)];
    const { bands } = sceneOf(RULES, IMAGES, NOW, null, { guarantees, running: [] });
    expect(bands).toEqual([
      { lane: 0, guarantee: 0, isBroken: true, marks: [0, 1] },
      { lane: 0, guarantee: 1, isBroken: false, marks: [0, 1] },
      { lane: 2, guarantee: 1, isBroken: false, marks: [2] },
    ]);
  });

  it('names the resources that run an image', () => {
    const running = [{ address: 'aws_lambda_function.f', tag: 'prod' }];
    const scene = sceneOf(RULES, IMAGES, NOW, null, { guarantees: [], running });
    expect(scene.marks.map(({ runs }) => runs.length)).toEqual([0, 0, 1, 0]);
    const [, , mark] = scene.marks;
    expect(mark && linesOf(mark, scene)).toContain('It runs in aws_lambda_function.f.');
  });

  it('moves the images of a witness to another moment', () => {
    const moved = movedTo({ images: [image('v', ['v'], 5)], now: NOW }, NOW + 1000);
    expect(
      moved.map(({ pushedAt, pulledAt }) => [(pushedAt ?? 0) - (image('v', ['v'], 5).pushedAt ?? 0), pulledAt]),
    ).toEqual([[1000, null]]);
  });
});
