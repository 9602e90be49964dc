import { describe, expect, it } from 'vitest';
import { printJsonSimulation } from '../../../server/src/report/simulation/simulationJson.ts';
import { printTextSimulation } from '../../../server/src/report/simulation/simulationText.ts';
import { madeUpImages } from '../../../server/src/simulate/input/madeUpImages.ts';
import { simulate } from '../../../server/src/simulate/run/simulateRun.ts';
import { image, NOW, rule } from '../simulate/support.ts';

const rules = [
  rule(1, ['v*'], 'imageCountMoreThan', 1),
  rule(2, ['v1*'], 'sinceImagePushed', 5),
  rule(3, null, 'sinceImagePushed', 5),
];

const images = [
  image('sha256:aaaa', ['v1'], 20, { bytes: 1_234_000_000 }),
  image('sha256:bbbb', ['v2', 'latest', 'x', 'y'], 2, { bytes: 999_600 }),
  image('sha256:cccc', [], 4.25),
  image('sha256:dddd', ['dev'], 0, { pushedAt: null }),
];

it('prints a simulation as text', () => {
  expect(`\n${printTextSimulation(simulate(rules, images, NOW), false)}\n`).toMatchInlineSnapshot(`
    "
    VERDICT  AGE             SIZE     IMAGE                     WHY
    expire   20 days         1.23 GB  v1                        Rule 1 keeps the newest image that it selects, and 1 is newer.
    unknown  –               –        dev                       Rule 3 expires what was pushed more than 5 days ago, and the input has no date for it.
    keep     2 days          1 MB     v2, latest, x and 1 more  Rule 1 keeps the newest image that it selects, and this is number 1.
    keep     4 days and 6 h  –        sha256:cccc (untagged)    Rule 3 expires it when it was pushed more than 5 days ago: after 2026-01-01T18:00:00Z.

    Rule 1  ██████████░░░░░░░░░░  expires images tagged v* but the newest: 1 of 2 images
    Rule 2                        expires other images tagged v1* pushed more than 5 days ago: 0 of 0 images (1 more belong to other rules); it can never act: every image that it selects belongs to rule 1
    Rule 3  ░░░░░░░░░░░░░░░░░░░░  expires all other images pushed more than 5 days ago: 0 of 2 images (2 more belong to other rules)

    1 image expires (1.23 GB, shared layers counted in each), 2 stay, 1 is not known.
    "
  `);
});

it('prints made-up images as such', () => {
  expect(`\n${printTextSimulation(simulate(rules, madeUpImages(rules, NOW), NOW), false)}\n`).toMatchInlineSnapshot(`
    "
    These images are made up from the policy's own tags and numbers; no real image was used.

    VERDICT  AGE              IMAGE             WHY
    expire   2 days and 12 h  v1                Rule 1 keeps the newest image that it selects, and 2 are newer.
    expire   1 day and 12 h   v2                Rule 1 keeps the newest image that it selects, and 1 is newer.
    expire   6 days           v11               Rule 1 keeps the newest image that it selects, and 4 are newer.
    expire   4 days and 12 h  v12               Rule 1 keeps the newest image that it selects, and 3 are newer.
    expire   6 days           any-3-1           Rule 3 expires what was pushed more than 5 days ago; this was 6 days ago.
    expire   400 days         made-up:untagged  Rule 3 expires what was pushed more than 5 days ago; this was 400 days ago.
    expire   400 days         other-tag-1       Rule 3 expires what was pushed more than 5 days ago; this was 400 days ago.
    keep     12 h             v3                Rule 1 keeps the newest image that it selects, and this is number 1.
    keep     4 days and 12 h  any-3-2           Rule 3 expires it when it was pushed more than 5 days ago: after 2026-01-01T12:00:00Z.

    Rule 1  ████████████████░░░░  expires images tagged v* but the newest: 4 of 5 images
    Rule 2                        expires other images tagged v1* pushed more than 5 days ago: 0 of 0 images (3 more belong to other rules); it can never act: every image that it selects belongs to rule 1
    Rule 3  ████████████░░░░      expires all other images pushed more than 5 days ago: 3 of 4 images (5 more belong to other rules)

    7 images expire, 2 stay.
    "
  `);
});

describe('text', () => {
  it('cannot steer a terminal', () => {
    const evil = [image('sha256:\u001b[2J', ['v\u001b[31m', 'v\r'], 3)];
    const text = printTextSimulation(simulate(rules, evil, NOW), false);
    expect(text.match(/\p{Cc}/gu)?.filter((letter) => letter !== '\n')).toEqual([]);
  });

  it('counts what is too much to list, and paints verdicts', () => {
    const many = Array.from({ length: 205 }, (_, index) => image(`d${index}`, ['dev'], 9 + index));
    const text = printTextSimulation(simulate(rules, many, NOW), true);
    expect(text).toContain('… and 5 more: expire');
    expect(text).toContain('\u001b[31mexpire\u001b[0m   9 days');
    expect(printTextSimulation(simulate(rules, [], NOW), false)).toContain('There are no images.');
  });

  it('says what must be kept in mind', () => {
    const noted = [
      image('a', ['v1'], 3, { children: null }),
      image('b', ['v2'], 3),
      image('c', ['v3'], 2, { children: ['b'] }),
      image('d', ['v4'], 2),
      image('e', [], 1, { subject: 'd' }),
    ];
    const pulled = [...rules.slice(0, 2), rule(3, null, 'sinceImagePulled', 9, 'archive')];
    expect(printTextSimulation(simulate(pulled, noted, NOW), false).match(/Note: .{20}/g)).toEqual([
      'Note: 1 image is an index ',
      'Note: Images that an index',
      'Note: What is attached to ',
      'Note: Some images were pus',
      'Note: AWS may record a pul',
    ]);
  });
});

it('prints a simulation as JSON by its contract, images in the order of the input', () => {
  const json: unknown = JSON.parse(printJsonSimulation(simulate(rules, images, NOW)));
  expect(json).toEqual({
    version: 1,
    now: '2026-01-01T00:00:00Z',
    images: [
      {
        digest: 'sha256:aaaa',
        tags: ['v1'],
        verdict: 'expire',
        rule: 1,
        claimedBy: 1,
        reason: 'Rule 1 keeps the newest image that it selects, and 1 is newer.',
        when: null,
      },
      {
        digest: 'sha256:bbbb',
        tags: ['v2', 'latest', 'x', 'y'],
        verdict: 'keep',
        rule: null,
        claimedBy: 1,
        reason: 'Rule 1 keeps the newest image that it selects, and this is number 1.',
        when: null,
      },
      {
        digest: 'sha256:cccc',
        tags: [],
        verdict: 'keep',
        rule: null,
        claimedBy: 3,
        reason: 'Rule 3 expires it when it was pushed more than 5 days ago: after 2026-01-01T18:00:00Z.',
        when: '2026-01-01T18:00:00Z',
      },
      {
        digest: 'sha256:dddd',
        tags: ['dev'],
        verdict: 'keep',
        rule: null,
        claimedBy: 3,
        reason: 'Not known: Rule 3 expires what was pushed more than 5 days ago, and the input has no date for it.',
        when: null,
      },
    ],
    rules: [
      { priority: 1, selected: 2, acted: 1, dead: false },
      { priority: 2, selected: 1, acted: 0, dead: true },
      { priority: 3, selected: 4, acted: 0, dead: false },
    ],
    guarantees: [],
    running: [],
    summary: { expire: 1, archive: 0, keep: 3, bytesFreed: 1_234_000_000 },
  });
});
