import { describe, expect, test } from 'vitest';
import type { WrittenChange } from './support.ts';
import { inShort, planText, reviewed } from './support.ts';

const A = 'aws_ecr_repository.a';
const NAMED = { name: 'team/api', image_tag_mutability: 'IMMUTABLE', force_delete: false };
const FORCED = { ...NAMED, force_delete: true };
const POLICY = { address: 'aws_ecr_lifecycle_policy.a', actions: ['no-op'], before: { repository: 'team/api' } };

const TABLE: readonly (readonly [string, readonly WrittenChange[], readonly string[]])[] = [
  ['destroyed', [{ address: A, actions: ['delete'], before: NAMED }], ['warning repository-destroyed']],
  ['destroyed by force', [{ address: A, actions: ['delete'], before: FORCED }], ['error repository-destroyed']],
  [
    'destroyed, force unset',
    [{ address: A, actions: ['delete'], before: { name: 'xyz' } }],
    ['warning repository-destroyed'],
  ],
  [
    'replaced, force only in the new code',
    [{ address: A, actions: ['delete', 'create'], before: NAMED, after: { ...FORCED, name: 'web' } }],
    ['warning repository-replaced', 'warning setting-loosened'],
  ],
  [
    'replaced by force, new first',
    [{ address: A, actions: ['create', 'delete'], before: FORCED, after: { ...FORCED, name: 'web' } }],
    ['error repository-replaced'],
  ],
  ['forgotten', [{ address: A, actions: ['forget'], before: NAMED }], ['info repository-forgotten']],
  [
    'imported',
    [{ address: A, actions: ['no-op'], before: NAMED, after: NAMED, change: { importing: { id: 'team/api' } } }],
    ['info repository-imported'],
  ],
  [
    'moved',
    [
      {
        address: A,
        actions: ['no-op'],
        before: NAMED,
        after: NAMED,
        more: { previous_address: 'aws_ecr_repository.old' },
      },
    ],
    ['info repository-moved'],
  ],
  [
    'moved and replaced',
    [
      {
        address: A,
        actions: ['delete', 'create'],
        before: NAMED,
        after: { ...NAMED, name: 'web' },
        more: { previous_address: 'aws_ecr_repository.old' },
      },
    ],
    ['warning repository-replaced'],
  ],
  ['created', [{ address: A, actions: ['create'], after: FORCED }], []],
  ['unchanged', [{ address: A, actions: ['no-op'], before: FORCED, after: FORCED }], []],
  [
    'an object of an earlier apply',
    [{ address: A, actions: ['delete'], before: FORCED, more: { deposed: '00ab' } }],
    ['error repository-destroyed'],
  ],
];

test.each(TABLE)('tells of a repository that is %s', (_, changes, expected) => {
  expect(inShort(reviewed(planText(changes)))).toEqual(expected.map((one) => `${one} ${A}`));
});

const OTHER_TYPES: readonly (readonly [string, object, string])[] = [
  ['aws_ecrpublic_repository.a', { repository_name: 'app', force_destroy: true }, 'error'],
  ['aws_ecrpublic_repository.a', { repository_name: 'app', force_destroy: false }, 'warning'],
  ['awscc_ecr_repository.a', { repository_name: 'app', empty_on_delete: true }, 'error'],
  ['awscc_ecr_repository.a', { repository_name: 'app', force_delete: true }, 'warning'],
  ['awscc_ecr_public_repository.a', { repository_name: 'app' }, 'warning'],
];

test.each(OTHER_TYPES)('tells of %s %o as of any repository', (address, before, severity) => {
  expect(inShort(reviewed(planText([{ address, actions: ['delete'], before }])))).toEqual([
    `${severity} repository-destroyed ${address}`,
  ]);
});

test('says what forces a replacement, and which policies go with it', () => {
  const [found] = reviewed(
    planText([
      {
        address: A,
        actions: ['delete', 'create'],
        before: NAMED,
        after: { ...NAMED, name: 'team/new' },
        change: { replace_paths: [['name']] },
        more: { action_reason: 'replace_because_cannot_update' },
      },
      POLICY,
    ]),
  );
  expect(found?.because).toEqual([
    'name changes from "team/api" to "team/new", which forces it.',
    'aws_ecr_lifecycle_policy.a is deleted with it, although the plan keeps it as it is: the new repository has none until the next apply.',
    'force_delete counts only if an earlier apply has set it, and it is not set.',
  ]);
});

describe('settings', () => {
  const MODES: readonly (readonly [object, object, readonly string[]])[] = [
    [{ image_tag_mutability: 'IMMUTABLE' }, { image_tag_mutability: 'MUTABLE' }, ['warning setting-loosened']],
    [{ image_tag_mutability: 'MUTABLE' }, { image_tag_mutability: 'IMMUTABLE' }, ['info setting-tightened']],
    [immutable('dev-*'), immutable('dev-*', 'latest'), ['warning setting-loosened']],
    [immutable('dev-*', 'latest'), immutable('dev-*'), ['info setting-tightened']],
    [mutable('v*'), mutable('v*', 'prod*'), ['info setting-tightened']],
    [mutable('v*', 'prod*'), mutable('v*'), ['warning setting-loosened']],
    [immutable('latest', 'dev-*'), immutable('dev-*', 'latest'), []],
    [immutable('dev-*', 'dev-1*'), immutable('dev-*'), []],
    [immutable('a*b'), immutable('a*'), ['warning setting-loosened']],
    [immutable('a*', 'b*'), immutable('a*', 'c*'), ['warning setting-loosened', 'info setting-tightened']],
    [{ image_tag_mutability: 'IMMUTABLE' }, immutable('latest'), ['warning setting-loosened']],
    [{ image_tag_mutability: 'MUTABLE' }, mutable('v*'), ['info setting-tightened']],
    [{ image_tag_mutability: 'MUTABLE' }, immutable('*'), []],
    [{ image_tag_mutability: 'IMMUTABLE' }, mutable('*'), []],
    [mutable('a*'), immutable('b*'), ['info setting-tightened']],
    [scanning(true), scanning(false), ['warning setting-loosened']],
    [scanning(true), {}, ['warning setting-loosened']],
    [scanning(false), scanning(true), ['info setting-tightened']],
    [scanning(false), {}, []],
    [{ force_delete: false }, { force_delete: true }, ['warning setting-loosened']],
    [{ force_delete: null }, { force_delete: false }, []],
    [{ force_delete: true }, { force_delete: null }, ['info setting-tightened']],
    [{ tags: { a: 'b' } }, { tags: {} }, []],
  ];

  test.each(MODES)('from %o to %o', (before, after, expected) => {
    const base = { name: 'app' };
    const change = { address: A, actions: ['update'], before: { ...base, ...before }, after: { ...base, ...after } };
    expect(inShort(reviewed(planText([change])))).toEqual(expected.map((one) => `${one} ${A}`));
  });

  test('of Cloud Control are read by their own names', () => {
    const filters = (...values: string[]) => ({
      image_tag_mutability: 'IMMUTABLE_WITH_EXCLUSION',
      image_scanning_configuration: { scan_on_push: true },
      image_tag_mutability_exclusion_filters: values.map((value) => ({
        image_tag_mutability_exclusion_filter_type: 'WILDCARD',
        image_tag_mutability_exclusion_filter_value: value,
      })),
    });
    const address = 'awscc_ecr_repository.a';
    const after = { ...filters('a*', 'b*'), image_scanning_configuration: { scan_on_push: false } };
    const found = reviewed(planText([{ address, actions: ['update'], before: filters('a*'), after }]));
    expect(inShort(found)).toEqual([`warning setting-loosened ${address}`, `warning setting-loosened ${address}`]);
  });
});

function immutable(...filters: string[]) {
  return withFilters('IMMUTABLE_WITH_EXCLUSION', filters);
}

function mutable(...filters: string[]) {
  return withFilters('MUTABLE_WITH_EXCLUSION', filters);
}

function withFilters(image_tag_mutability: string, filters: readonly string[]) {
  const blocks = filters.map((filter) => ({ filter, filter_type: 'WILDCARD' }));
  return { image_tag_mutability, image_tag_mutability_exclusion_filter: blocks };
}

function scanning(scan_on_push: boolean) {
  return { image_scanning_configuration: [{ scan_on_push }] };
}

describe('what is not known', () => {
  const POLICY_UNKNOWN = { address: 'aws_ecr_lifecycle_policy.a', actions: ['create'] };

  test('is told once for a resource', () => {
    const change = { after_unknown: { policy: true, repository: true, id: true } };
    const found = reviewed(planText([{ ...POLICY_UNKNOWN, after: {}, change }]));
    expect(inShort(found)).toContain('info unknown aws_ecr_lifecycle_policy.a');
    expect(found.filter(({ kind }) => kind === 'unknown').length).toBe(1);
  });

  test('does not count where the provider or AWS fills it in', () => {
    const unknown = {
      arn: true,
      id: true,
      registry_id: true,
      repository_url: true,
      encryption_configuration: [{ kms_key: true }],
    };
    const change = { address: A, actions: ['create'], after: { name: 'app' }, change: { after_unknown: unknown } };
    expect(reviewed(planText([change]))).toEqual([]);
  });
});

test('prints nothing that is sensitive, where the plan repeats it unmarked neither', () => {
  const before = {
    name: 'top/secret',
    arn: 'arn:aws:ecr:eu-west-1:111122223333:repository/top/secret',
    force_delete: false,
  };
  const found = reviewed(
    planText([
      {
        address: `${A}["top/secret"]`,
        actions: ['delete', 'create'],
        before,
        after: { ...before, name: 'next/secret' },
        change: { before_sensitive: { name: true }, after_sensitive: { name: true }, replace_paths: [['name']] },
      },
    ]),
  );
  expect(found.length).toBe(1);
  expect(JSON.stringify(found)).not.toMatch(/top\/secret|next\/secret/);
});
