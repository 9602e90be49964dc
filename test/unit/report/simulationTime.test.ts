import { expect, it } from 'vitest';
import { printTextComparison } from '../../../server/src/report/simulation/comparisonText.ts';
import { printTextSchedule, printTextSteadyState } from '../../../server/src/report/simulation/timeText.ts';
import { compare } from '../../../server/src/simulate/run/comparison.ts';
import { simulate } from '../../../server/src/simulate/run/simulateRun.ts';
import { scheduleOf } from '../../../server/src/simulate/time/schedule.ts';
import { steadyStateOf } from '../../../server/src/simulate/time/steadyState.ts';
import { image, NOW, rule } from '../simulate/support.ts';

const images = [
  ...Array.from({ length: 8 }, (_, index) => image(`sha256:${index}`, [`v${index}`], 10 + index / 10, { bytes: 5e8 })),
  image('sha256:8', [], 3),
];

it('prints what another policy changes', () => {
  const before = simulate([rule(1, ['v*'], 'imageCountMoreThan', 7)], images, NOW);
  const after = simulate([rule(1, ['v*'], 'imageCountMoreThan', 8), rule(2, [], 'sinceImagePushed', 2)], images, NOW);
  expect(`\n${printTextComparison(compare(before, after))}\n`).toMatchInlineSnapshot(`
    "
    1 image newly expired:
      sha256:8 (untagged)  Rule 2 expires what was pushed more than 2 days ago; this was 3 days ago.

    1 image no longer expired or archived (500 MB):
      v7  Rule 1 keeps the newest 8 images that it selects, and this is number 8.

    Before: 1 image expires (500 MB, shared layers counted in each), 8 stay.
    After: 1 image expires, 8 stay.
    "
  `);
  expect(printTextComparison(compare(after, after))).toMatch(/^The two policies do the same to these images\./);
});

it('prints the coming days', () => {
  const rules = [rule(1, ['v*'], 'sinceImagePushed', 10), rule(2, [], 'sinceImagePushed', 20, 'archive')];
  expect(`\n${printTextSchedule(scheduleOf(rules, images, NOW, 30), 30)}\n`).toMatchInlineSnapshot(`
    "
    2026-01-01  expire   7 images  v1; v2; v3; v4; v5 and 2 more
    2026-01-02  expire   1 image   v0
    2026-01-19  archive  1 image   sha256:8 (untagged)
    "
  `);
  expect(printTextSchedule([], 1)).toBe('Nothing is deleted or archived in the next 1 day.');
});

it('prints where pushing on leads', () => {
  const rules = [rule(1, ['v*'], 'sinceImagePushed', 10, 'archive'), rule(2, ['main-*'], 'imageCountMoreThan', 50)];
  const main = { perDay: 5, tags: ['main-*'], bytes: 1e8 };
  const release = { perDay: 0.5, tags: ['v*', 'latest'], bytes: null };
  const branch = { perDay: 20, tags: ['pr-*'], bytes: null };
  expect(`\n${printTextSteadyState(steadyStateOf(rules, [main]))}\n`).toMatchInlineSnapshot(`
    "
    5 a day tagged main-*  rule 2  55 images

    The policy settles at 55 images (5.5 GB) after 11 days.
    "
  `);
  expect(`\n${printTextSteadyState(steadyStateOf(rules, [main, release, branch]))}\n`).toMatchInlineSnapshot(`
    "
    5 a day tagged main-*        rule 2   55 images
    0.5 a day tagged v*, latest  rule 1   6 images and without end in the archive: no rule expires images tagged v* from the archive
    20 a day tagged pr-*         no rule  without end: no rule matches images tagged pr-*

    The number of images grows without limit. The repository is full, at the number of images that AWS allows, after 4,876 days.
    "
  `);
  expect(printTextSteadyState(steadyStateOf([rule(1, ['v1*'], 'sinceImagePushed', 1)], [release]))).toContain(
    'is not known',
  );
});
