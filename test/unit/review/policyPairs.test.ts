import { describe, expect, test } from 'vitest';
import { effects, inShort, planText } from './support.ts';

const ADDRESS = 'aws_ecr_lifecycle_policy.a';

interface Rule {
  readonly [key: string]: unknown;
}

const expire = { type: 'expire' };
const archive = { type: 'transition', targetStorageClass: 'archive' };

function rule(rulePriority: number, selection: object, action: object = expire, more: object = {}): Rule {
  return { rulePriority, selection, action, ...more };
}

const tagged = (texts: readonly string[], key = 'tagPatternList') => ({ tagStatus: 'tagged', [key]: texts });
const prefixed = (...texts: string[]) => tagged(texts, 'tagPrefixList');
const matching = (...texts: string[]) => tagged(texts);
const any = { tagStatus: 'any' };
const untagged = { tagStatus: 'untagged' };
const days = (countNumber: number) => ({ countType: 'sinceImagePushed', countUnit: 'days', countNumber });
const unpulled = (countNumber: number) => ({ countType: 'sinceImagePulled', countUnit: 'days', countNumber });
const archived = (countNumber: number) => ({
  storageClass: 'archive',
  countType: 'sinceImageTransitioned',
  countUnit: 'days',
  countNumber,
});
const newest = (countNumber: number) => ({ countType: 'imageCountMoreThan', countNumber });

/** Before, after, and the verdict: a severity, or null for none. */
type Pair = readonly [string, readonly Rule[], readonly Rule[], 'warning' | 'info' | null];

const SAME: readonly Pair[] = [
  ['the same text', [rule(1, { ...any, ...days(14) })], [rule(1, { ...any, ...days(14) })], null],
  [
    'another key order',
    [rule(1, { ...any, ...days(14) })],
    [
      {
        action: expire,
        selection: { countNumber: 14, countUnit: 'days', countType: 'sinceImagePushed', tagStatus: 'any' },
        rulePriority: 1,
      },
    ],
    null,
  ],
  [
    'a description',
    [rule(1, { ...any, ...days(14) })],
    [rule(1, { ...any, ...days(14) }, expire, { description: 'Other words' })],
    null,
  ],
  [
    'rules in another order',
    [rule(1, { ...untagged, ...days(1) }), rule(2, { ...any, ...newest(9) })],
    [rule(2, { ...any, ...newest(9) }), rule(1, { ...untagged, ...days(1) })],
    null,
  ],
  [
    'other priorities in the same order',
    [rule(1, { ...untagged, ...days(1) }), rule(2, { ...any, ...newest(9) })],
    [rule(10, { ...untagged, ...days(1) }), rule(20, { ...any, ...newest(9) })],
    null,
  ],
  [
    'entries in another order',
    [rule(1, { ...matching('a*', 'b*'), ...newest(9) })],
    [rule(1, { ...matching('b*', 'a*'), ...newest(9) })],
    null,
  ],
  [
    'an entry twice',
    [rule(1, { ...matching('a*'), ...newest(9) })],
    [rule(1, { ...matching('a*', 'a*'), ...newest(9) })],
    null,
  ],
  [
    'a prefix as a pattern',
    [rule(1, { ...prefixed('v'), ...newest(9) })],
    [rule(1, { ...matching('v*'), ...newest(9) })],
    null,
  ],
  [
    'stars beside each other',
    [rule(1, { ...matching('v*'), ...days(9) })],
    [rule(1, { ...matching('v**'), ...days(9) })],
    null,
  ],
  [
    'the storage class spelled out',
    [rule(1, { ...any, ...days(9) })],
    [rule(1, { ...any, ...days(9), storageClass: 'standard' })],
    null,
  ],
  [
    'a rule more that never acts',
    [rule(1, { ...prefixed('a'), ...days(9) })],
    [rule(1, { ...prefixed('a'), ...days(9) }), rule(2, { ...prefixed('ab'), ...days(1) })],
    null,
  ],
  [
    'a rule more for one certain tag of which the newest stays',
    [rule(2, { ...untagged, ...days(1) })],
    [rule(1, { ...matching('latest'), ...newest(1) }), rule(2, { ...untagged, ...days(1) })],
    null,
  ],
  [
    'disjoint rules swapped',
    [rule(1, { ...untagged, ...days(1) }), rule(2, { ...prefixed('a'), ...newest(9) })],
    [rule(2, { ...untagged, ...days(1) }), rule(1, { ...prefixed('a'), ...newest(9) })],
    null,
  ],
  [
    'a rule cut in two that do the same',
    [rule(1, { ...matching('*'), ...days(9) }), rule(2, { ...untagged, ...days(9) })],
    [rule(1, { ...any, ...days(9) })],
    null,
  ],
];

const MORE: readonly Pair[] = [
  ['fewer days', [rule(1, { ...any, ...days(14) })], [rule(1, { ...any, ...days(7) })], 'warning'],
  ['a smaller number', [rule(1, { ...any, ...newest(30) })], [rule(1, { ...any, ...newest(20) })], 'warning'],
  ['a count in place of an age', [rule(1, { ...any, ...days(14) })], [rule(1, { ...any, ...newest(500) })], 'warning'],
  ['an age in place of a count', [rule(1, { ...any, ...newest(5) })], [rule(1, { ...any, ...days(3650) })], 'warning'],
  [
    'another prefix',
    [rule(1, { ...prefixed('dev'), ...days(14) })],
    [rule(1, { ...prefixed('de'), ...days(14) })],
    'warning',
  ],
  [
    'an entry less, as all must be met',
    [rule(1, { ...matching('a*', 'b*'), ...days(14) })],
    [rule(1, { ...matching('a*'), ...days(14) })],
    'warning',
  ],
  ['any in place of untagged', [rule(1, { ...untagged, ...days(14) })], [rule(1, { ...any, ...days(14) })], 'warning'],
  [
    'a rule more',
    [rule(1, { ...untagged, ...days(14) })],
    [rule(1, { ...untagged, ...days(14) }), rule(2, { ...prefixed('v'), ...newest(9) })],
    'warning',
  ],
  [
    'a rule less that kept its images from a later one',
    [rule(1, { ...prefixed('prod'), ...newest(500) }), rule(2, { ...any, ...days(14) })],
    [rule(2, { ...any, ...days(14) })],
    'warning',
  ],
  [
    'a longer prefix of the rule that kept images',
    [rule(1, { ...prefixed('prod'), ...newest(500) }), rule(2, { ...any, ...days(14) })],
    [rule(1, { ...prefixed('prod-'), ...newest(500) }), rule(2, { ...any, ...days(14) })],
    'warning',
  ],
  [
    'another order of rules that share images',
    [rule(1, { ...prefixed('a'), ...days(90) }), rule(2, { ...any, ...days(7) })],
    [rule(3, { ...prefixed('a'), ...days(90) }), rule(2, { ...matching('*'), ...days(7) })],
    'warning',
  ],
  [
    'deleted in place of archived',
    [rule(1, { ...any, ...days(30) }, archive)],
    [rule(1, { ...any, ...days(300) })],
    'warning',
  ],
  [
    'archived in place of kept',
    [rule(1, { ...untagged, ...days(30) })],
    [rule(1, { ...untagged, ...days(30) }), rule(2, { ...matching('*'), ...unpulled(90) }, archive)],
    'warning',
  ],
  [
    'archived sooner',
    [rule(1, { ...any, ...unpulled(90) }, archive)],
    [rule(1, { ...any, ...unpulled(30) }, archive)],
    'warning',
  ],
  [
    'deleted from the archive',
    [rule(1, { ...any, ...days(30) }, archive)],
    [rule(1, { ...any, ...days(30) }, archive), rule(2, { ...any, ...archived(90) })],
    'warning',
  ],
  [
    'a count over more images',
    [rule(1, { ...prefixed('ab'), ...newest(5) })],
    [rule(1, { ...prefixed('a'), ...newest(50) })],
    'warning',
  ],
  [
    'a star that matches more',
    [rule(1, { ...matching('v1.*'), ...days(9) })],
    [rule(1, { ...matching('v*'), ...days(9) })],
    'warning',
  ],
  [
    'a pattern in place of one tag',
    [rule(1, { ...matching('dev'), ...days(9) })],
    [rule(1, { ...matching('dev*'), ...days(9) })],
    'warning',
  ],
];

const LESS: readonly Pair[] = [
  ['more days', [rule(1, { ...any, ...days(7) })], [rule(1, { ...any, ...days(14) })], 'info'],
  ['a larger number', [rule(1, { ...any, ...newest(20) })], [rule(1, { ...any, ...newest(30) })], 'info'],
  [
    'a longer prefix',
    [rule(1, { ...prefixed('de'), ...days(14) })],
    [rule(1, { ...prefixed('dev'), ...days(14) })],
    'info',
  ],
  [
    'an entry more',
    [rule(1, { ...matching('a*'), ...days(14) })],
    [rule(1, { ...matching('a*', 'b*'), ...days(14) })],
    'info',
  ],
  ['untagged in place of any', [rule(1, { ...any, ...days(14) })], [rule(1, { ...untagged, ...days(14) })], 'info'],
  [
    'a rule less',
    [rule(1, { ...untagged, ...days(14) }), rule(2, { ...prefixed('v'), ...newest(9) })],
    [rule(1, { ...untagged, ...days(14) })],
    'info',
  ],
  [
    'a rule before that keeps images',
    [rule(2, { ...any, ...days(14) })],
    [rule(1, { ...prefixed('prod'), ...days(500) }), rule(2, { ...any, ...days(14) })],
    'info',
  ],
  [
    'archived in place of deleted',
    [rule(1, { ...any, ...days(30) })],
    [rule(1, { ...any, ...days(30) }, archive)],
    'info',
  ],
  [
    'archived later',
    [rule(1, { ...any, ...unpulled(30) }, archive)],
    [rule(1, { ...any, ...unpulled(90) }, archive)],
    'info',
  ],
  [
    'not pulled in place of pushed, for as many days',
    [rule(1, { ...any, ...days(30) }, archive)],
    [rule(1, { ...any, ...unpulled(30) }, archive)],
    'info',
  ],
  [
    'kept longer in the archive',
    [rule(1, { ...any, ...archived(90) })],
    [rule(1, { ...any, ...archived(180) })],
    'info',
  ],
  [
    'a smaller number over fewer images',
    [rule(1, { ...any, ...newest(9) })],
    [rule(1, { ...untagged, ...newest(9) })],
    'info',
  ],
];

function changeOf(before: readonly Rule[], after: readonly Rule[]) {
  return {
    address: ADDRESS,
    actions: ['delete', 'create'],
    before: { repository: 'team/api', policy: JSON.stringify({ rules: before }) },
    after: { repository: 'team/api', policy: JSON.stringify({ rules: after }, null, 2) },
    change: { replace_paths: [['policy']] },
    more: { action_reason: 'replace_because_cannot_update' },
  };
}

describe.each([
  ['the same meaning', SAME],
  ['more that can be deleted or archived', MORE],
  ['less that is deleted or archived', LESS],
])('%s', (_, pairs) => {
  test.each(pairs)('%s', (_name, before, after, severity) => {
    const expected = severity === null ? [] : [`${severity} policy-changed ${ADDRESS}`];
    expect(inShort(effects(planText([changeOf(before, after)])))).toEqual(expected);
  });

  test.each(pairs)('in the other direction: %s', (_name, after, before, severity) => {
    const found = effects(planText([changeOf(before, after)]));
    // Equality is symmetric; for other pairs at least one direction is a warning.
    expect(found.length).toBe(severity === null ? 0 : 1);
    if (severity === 'info') expect(found[0]?.severity).toBe('warning');
  });
});

const P14 = JSON.stringify({ rules: [rule(1, { ...any, ...days(14) })] });
const P7 = JSON.stringify({ rules: [rule(1, { ...any, ...days(7) })] });
const P30 = JSON.stringify({ rules: [rule(1, { ...any, ...days(30) })] });
const HARMLESS = JSON.stringify({ rules: [rule(1, { ...matching('latest'), ...newest(5) })] });
const REPOSITORY = { address: 'aws_ecr_repository.a', actions: ['create'], after: { name: 'team/api' } };
const policy = (text: string, repository = 'team/api') => ({ repository, policy: text });

const AROUND: readonly (readonly [string, Parameters<typeof planText>[0], readonly string[]])[] = [
  [
    'added to a repository that exists',
    [{ address: ADDRESS, actions: ['create'], after: policy(P14) }],
    [`warning policy-added ${ADDRESS}`],
  ],
  [
    'added, and can delete nothing',
    [{ address: ADDRESS, actions: ['create'], after: policy(HARMLESS) }],
    [`info policy-added ${ADDRESS}`],
  ],
  [
    'added to a repository that the plan creates',
    [REPOSITORY, { address: ADDRESS, actions: ['create'], after: policy(P14) }],
    [`info policy-added ${ADDRESS}`],
  ],
  ['removed', [{ address: ADDRESS, actions: ['delete'], before: policy(P14) }], [`info policy-removed ${ADDRESS}`]],
  [
    'removed with its repository',
    [
      { address: 'aws_ecr_repository.a', actions: ['delete'], before: { name: 'team/api' } },
      { address: ADDRESS, actions: ['delete'], before: policy(P14) },
    ],
    ['warning repository-destroyed aws_ecr_repository.a'],
  ],
  [
    'pointed at another repository',
    [{ address: ADDRESS, actions: ['delete', 'create'], before: policy(P14), after: policy(P14, 'other') }],
    [`warning policy-changed ${ADDRESS}`],
  ],
  [
    'of a repository that gets another name',
    [
      {
        address: 'aws_ecr_repository.a',
        actions: ['delete', 'create'],
        before: { name: 'team/api' },
        after: { name: 'new' },
      },
      { address: ADDRESS, actions: ['delete', 'create'], before: policy(P14), after: policy(P14, 'new') },
    ],
    ['warning repository-replaced aws_ecr_repository.a'],
  ],
  [
    'replaced, the new one first',
    [{ address: ADDRESS, actions: ['create', 'delete'], before: policy(P14), after: policy(P30) }],
    [`warning policy-changed ${ADDRESS}`],
  ],
  [
    'left behind by an earlier apply',
    [{ address: ADDRESS, actions: ['delete'], before: policy(P14), more: { deposed: 'ab' } }],
    [`warning policy-changed ${ADDRESS}`],
  ],
  [
    'renamed without a moved block',
    [
      { address: ADDRESS, actions: ['delete'], before: policy(P14) },
      { address: 'aws_ecr_lifecycle_policy.b', actions: ['create'], after: policy(P30) },
    ],
    [`info policy-removed ${ADDRESS}`, 'info policy-added aws_ecr_lifecycle_policy.b'],
  ],
  [
    'known after the apply only',
    [
      {
        address: ADDRESS,
        actions: ['delete', 'create'],
        before: policy(P14),
        after: { repository: 'team/api' },
        change: { after_unknown: { policy: true } },
      },
    ],
    [`info unknown ${ADDRESS}`],
  ],
  [
    'of Cloud Control',
    [{ address: 'awscc_ecr_repository.a', actions: ['update'], before: cc(P14), after: cc(P7) }],
    ['warning policy-changed awscc_ecr_repository.a'],
  ],
  [
    'of Cloud Control, removed',
    [{ address: 'awscc_ecr_repository.a', actions: ['update'], before: cc(P14), after: { repository_name: 'app' } }],
    ['info policy-removed awscc_ecr_repository.a'],
  ],
  [
    'of Cloud Control, on a new repository',
    [{ address: 'awscc_ecr_repository.a', actions: ['create'], after: cc(P14) }],
    ['info policy-added awscc_ecr_repository.a'],
  ],
  [
    'of Cloud Control, the same in another spelling',
    [
      {
        address: 'awscc_ecr_repository.a',
        actions: ['update'],
        before: cc(P14),
        after: cc(JSON.stringify(JSON.parse(P14), null, 2)),
      },
    ],
    [],
  ],
];

function cc(text: string) {
  return { repository_name: 'app', lifecycle_policy: { lifecycle_policy_text: text, registry_id: null } };
}

test.each(AROUND)('a policy that is %s', (_, changes, expected) => {
  expect(inShort(effects(planText(changes)))).toEqual(expected);
});

test('names both repositories where a policy goes from one to the other', () => {
  const change = { address: ADDRESS, actions: ['delete', 'create'], before: policy(P14), after: policy(P14, 'other') };
  expect(effects(planText([change]))[0]?.message).toMatch(/moves from team\/api to other/);
});

test('says which images, and what the rules did before', () => {
  const [found] = effects(
    planText([
      changeOf(
        [rule(1, { ...prefixed('prod'), ...newest(500) }), rule(2, { ...any, ...days(14) })],
        [rule(2, { ...any, ...days(7) })],
      ),
    ]),
  );
  expect(found?.message).toBe(
    'The lifecycle policy of team/api changes. Images can be deleted that could not before: all images pushed more than 7 days ago.',
  );
  expect(found?.because).toEqual([
    'Now rule 2 expires all images pushed more than 7 days ago; before, rule 1 expires images tagged prod… but the newest 500, and rule 2 expires all other images pushed more than 14 days ago.',
  ]);
  expect(found?.rules.map(({ sign, words }) => `${sign} ${words}`)).toEqual([
    '- rule 1 expires images tagged prod… but the newest 500',
    '- rule 2 expires all other images pushed more than 14 days ago',
    '+ rule 2 expires all images pushed more than 7 days ago',
  ]);
});

test('tells nothing of the rules of a sensitive policy', () => {
  const change = {
    ...changeOf(
      [rule(1, { ...prefixed('secret-tag'), ...days(14) })],
      [rule(1, { ...prefixed('secret-tag'), ...days(7) })],
    ),
  };
  const found = effects(planText([{ ...change, change: { after_sensitive: { policy: true } } }]));
  expect(inShort(found)).toEqual([`warning policy-changed ${ADDRESS}`]);
  expect(JSON.stringify(found)).not.toContain('secret-tag');
});
