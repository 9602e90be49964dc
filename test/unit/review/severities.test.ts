import { describe, expect, test } from 'vitest';
import type { WrittenChange } from './support.ts';
import { effects, planText } from './support.ts';

type Values = Readonly<Record<string, unknown>>;

/** The result of an update, or the given actions, on one resource: `severity kind` of each finding. */
function told(type: string, before: Values | null, after: Values | null, more: Partial<WrittenChange> = {}): string[] {
  const actions = before === null ? ['create'] : after === null ? ['delete'] : ['update'];
  const change = { address: `${type}.x`, actions, before, after, ...more };
  return effects(planText([change])).map(({ severity, kind }) => `${severity} ${kind}`);
}

/** The types of repositories, with their arguments for the name and the deletion of images. */
const TYPES = [
  ['aws_ecr_repository', 'name', 'force_delete'],
  ['aws_ecrpublic_repository', 'repository_name', 'force_destroy'],
  ['awscc_ecr_repository', 'repository_name', 'empty_on_delete'],
  ['awscc_ecr_public_repository', 'repository_name', null],
] as const;

describe.each(TYPES)('of a repository of type %s', (type, name, force) => {
  const base = { [name]: 'team/api' };
  const forced = force === null ? base : { ...base, [force]: true };
  const unforced = force === null ? base : { ...base, [force]: false };
  const replaced = { change: { replace_paths: [[name]] } };

  test.each([
    ['delete', 'create'],
    ['create', 'delete'],
  ])('a replacement as %s, %s', (...actions) => {
    expect(told(type, forced, forced, { actions, ...replaced })).toEqual([
      `${force === null ? 'warning' : 'error'} repository-replaced`,
    ]);
    expect(told(type, unforced, unforced, { actions, ...replaced })).toEqual(['warning repository-replaced']);
    // Only what an earlier apply has set counts.
    expect(told(type, unforced, forced, { actions, ...replaced })[0]).toBe('warning repository-replaced');
  });

  test('a destruction', () => {
    expect(told(type, forced, null)).toEqual([`${force === null ? 'warning' : 'error'} repository-destroyed`]);
    expect(told(type, unforced, null)).toEqual(['warning repository-destroyed']);
  });

  test('what changes nothing in AWS, and a graver thing in its place', () => {
    const moved = { more: { previous_address: `${type}.old` } };
    expect(told(type, base, null, { actions: ['forget'] })).toEqual(['info repository-forgotten']);
    expect(told(type, base, base, { actions: ['no-op'], change: { importing: { id: 'team/api' } } })).toEqual([
      'info repository-imported',
    ]);
    expect(told(type, base, base, { actions: ['no-op'], ...moved })).toEqual(['info repository-moved']);
    expect(told(type, base, base, { actions: ['delete', 'create'], ...replaced, ...moved })).toEqual([
      'warning repository-replaced',
    ]);
    expect(told(type, base, null, moved)).toEqual(['warning repository-destroyed']);
    expect(told(type, base, base)).toEqual([]);
  });

  test.runIf(force !== null)('the deletion of images with it', () => {
    expect(told(type, unforced, forced)).toEqual(['warning setting-loosened']);
    expect(told(type, forced, unforced)).toEqual(['info setting-tightened']);
  });
});

describe.each(['aws_ecr_repository', 'awscc_ecr_repository'])('of the settings of a repository of type %s', (type) => {
  const isCloudControl = type.startsWith('awscc');
  const mutability = (mode: string, filters: readonly string[] = []) => ({
    name: 'team/api',
    repository_name: 'team/api',
    image_tag_mutability: mode,
    ...(isCloudControl
      ? {
          image_tag_mutability_exclusion_filters: filters.map((filter) => ({
            image_tag_mutability_exclusion_filter_value: filter,
          })),
        }
      : { image_tag_mutability_exclusion_filter: filters.map((filter) => ({ filter, filter_type: 'WILDCARD' })) }),
  });
  const scanning = (isOn: boolean) => {
    const block = { scan_on_push: isOn };
    return { ...mutability('IMMUTABLE'), image_scanning_configuration: isCloudControl ? block : [block] };
  };

  test.each([
    [mutability('IMMUTABLE'), mutability('MUTABLE')],
    [mutability('IMMUTABLE'), mutability('IMMUTABLE_WITH_EXCLUSION', ['dev-*'])],
    [mutability('IMMUTABLE_WITH_EXCLUSION', ['a*']), mutability('IMMUTABLE_WITH_EXCLUSION', ['a*', 'b*'])],
    [mutability('MUTABLE_WITH_EXCLUSION', ['a*', 'b*']), mutability('MUTABLE_WITH_EXCLUSION', ['a*'])],
    [mutability('MUTABLE_WITH_EXCLUSION', ['a*']), mutability('MUTABLE')],
    [scanning(true), scanning(false)],
  ])('loosened, and tightened the other way around: %o', (tight, loose) => {
    expect(told(type, tight, loose)).toEqual(['warning setting-loosened']);
    expect(told(type, loose, tight)).toEqual(['info setting-tightened']);
  });
});

/** A lifecycle policy of one rule. */
function policy(days: number, action: 'expire' | 'transition' = 'expire'): string {
  const target = action === 'expire' ? {} : { targetStorageClass: 'archive' };
  const selection = { tagStatus: 'any', countType: 'sinceImagePushed', countUnit: 'days', countNumber: days };
  return JSON.stringify({ rules: [{ rulePriority: 1, selection, action: { type: action, ...target } }] });
}

describe.each(['aws_ecr_lifecycle_policy', 'awscc_ecr_repository'])('of a lifecycle policy in %s', (type) => {
  const isPart = type === 'awscc_ecr_repository';
  const valuesOf = (text: string | null) => {
    if (isPart) return { repository_name: 'team/api', lifecycle_policy: text && { lifecycle_policy_text: text } };
    return text === null ? null : { repository: 'team/api', policy: text };
  };
  const replace = isPart ? {} : { actions: ['delete', 'create'] };

  test.each([
    ['added', null, policy(9), 'warning policy-added'],
    ['added, which archives', null, policy(90, 'transition'), 'warning policy-added'],
    ['removed', policy(9), null, 'info policy-removed'],
    ['removed, which archives', policy(90, 'transition'), null, 'info policy-removed'],
  ])('%s', (_, before, after, expected) => {
    expect(told(type, valuesOf(before), valuesOf(after))).toEqual([expected]);
  });

  test.each([
    ['deletes earlier', policy(30), policy(9), ['warning policy-changed']],
    ['deletes later', policy(9), policy(30), ['info policy-changed']],
    ['archives what it deleted', policy(90), policy(90, 'transition'), ['info policy-changed']],
    ['deletes what it archived', policy(90, 'transition'), policy(90), ['warning policy-changed']],
    ['archives earlier', policy(200, 'transition'), policy(90, 'transition'), ['warning policy-changed']],
    ['means the same', policy(9), JSON.stringify(JSON.parse(policy(9)), null, 2), []],
  ])('that now %s', (_, before, after, expected) => {
    expect(told(type, valuesOf(before), valuesOf(after), replace)).toEqual(expected);
  });
});

test('a policy that goes to another repository, or is deleted after the new one, is a warning', () => {
  const [here, there] = ['team/api', 'team/web'].map((repository) => ({ repository, policy: policy(9) }));
  const replaced = (actions: readonly string[], after: Values | undefined) =>
    told('aws_ecr_lifecycle_policy', here ?? {}, after ?? {}, { actions });
  expect(replaced(['delete', 'create'], there)).toEqual(['warning policy-changed']);
  expect(replaced(['create', 'delete'], there)).toEqual(['warning policy-changed']);
  expect(replaced(['create', 'delete'], here)).toEqual(['warning policy-changed']);
});

const PULL = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const REPLICATE = ['ecr:CreateRepository', 'ecr:ReplicateImage'];
const PUSH = [
  'PutImage',
  'InitiateLayerUpload',
  'UploadLayerPart',
  'CompleteLayerUpload',
  'BatchCheckLayerAvailability',
];
const PUBLIC_PUSH = PUSH.map((action) => `ecr-public:${action}`);

const ACCESS = [
  ['aws_ecr_repository_policy', 'policy', { repository: 'team/api' }, PULL],
  ['awscc_ecr_repository', 'repository_policy_text', { repository_name: 'team/api' }, PULL],
  ['aws_ecr_registry_policy', 'policy', {}, REPLICATE],
  ['awscc_ecr_registry_policy', 'policy_text', {}, REPLICATE],
  ['aws_ecrpublic_repository_policy', 'policy', { repository_name: 'api' }, PUBLIC_PUSH],
  ['awscc_ecr_public_repository', 'repository_policy_text', { repository_name: 'api' }, PUBLIC_PUSH],
] as const;

test.each(ACCESS)('who gains and loses access by %s', (type, argument, base, actions) => {
  const letting = (principal: unknown) => {
    const Statement = [{ Sid: 'Some', Effect: 'Allow', Principal: principal, Action: actions }];
    return { ...base, [argument]: JSON.stringify({ Version: '2012-10-17', Statement }) };
  };
  const [one, two] = ['111111111111', '222222222222'].map((account) => `arn:aws:iam::${account}:root`);
  const [few, more, all] = [letting({ AWS: one }), letting({ AWS: [one, two] }), letting('*')];
  expect(told(type, few, more)).toEqual(['warning access-widened']);
  expect(told(type, more, few)).toEqual(['info access-narrowed']);
  expect(told(type, few, all)[0]).toBe('error access-widened');
  expect(told(type, null, all)).toEqual(['error access-widened']);
  // A repository that is created with its policy is new to everybody.
  const isPart = type === 'awscc_ecr_repository' || type === 'awscc_ecr_public_repository';
  expect(told(type, null, few)).toEqual([`${isPart ? 'info' : 'warning'} access-widened`]);
});

const cache = (url: string) => ({ ecr_repository_prefix: 'hub', upstream_registry_url: url });
const scan = (type: string, filter: string) => ({
  scan_type: type,
  rule: [{ scan_frequency: 'SCAN_ON_PUSH', repository_filter: [{ filter, filter_type: 'WILDCARD' }] }],
});
const replicating = (...regions: string[]) => ({
  replication_configuration: [
    {
      rule: [
        { destination: regions.map((region) => ({ region, registry_id: '111111111111' })), repository_filter: [] },
      ],
    },
  ],
});
const template = (more: object) => ({ prefix: 'team', applied_for: ['CREATE_ON_PUSH'], ...more });

/** Registry changes that stop something, and others. */
const REGISTRY: readonly (readonly [string, Values | null, Values | null, 'warning' | 'info'])[] = [
  ['aws_ecr_pull_through_cache_rule', null, cache('quay.io'), 'info'],
  ['aws_ecr_pull_through_cache_rule', cache('quay.io'), null, 'warning'],
  ['aws_ecr_pull_through_cache_rule', cache('quay.io'), cache('public.ecr.aws'), 'warning'],
  ['aws_ecr_registry_scanning_configuration', scan('ENHANCED', '*'), null, 'warning'],
  ['aws_ecr_registry_scanning_configuration', scan('ENHANCED', '*'), scan('ENHANCED', 'a*'), 'warning'],
  ['aws_ecr_registry_scanning_configuration', scan('ENHANCED', '*'), scan('BASIC', '*'), 'warning'],
  ['aws_ecr_registry_scanning_configuration', scan('BASIC', 'a*'), scan('BASIC', '*'), 'info'],
  ['aws_ecr_replication_configuration', replicating('eu-west-1'), replicating('eu-west-1', 'eu-north-1'), 'info'],
  ['aws_ecr_replication_configuration', replicating('eu-west-1', 'eu-north-1'), replicating('eu-west-1'), 'warning'],
  ['aws_ecr_replication_configuration', replicating('eu-west-1'), null, 'warning'],
  ['aws_ecr_repository_creation_template', template({ lifecycle_policy: policy(9) }), template({}), 'info'],
  ['aws_ecr_repository_creation_template', template({}), null, 'info'],
  [
    'aws_ecr_account_setting',
    { name: 'BASIC_SCAN_TYPE_VERSION', value: 'CLAIR' },
    { name: 'BASIC_SCAN_TYPE_VERSION', value: 'AWS_NATIVE' },
    'info',
  ],
  ['aws_ecr_pull_time_update_exclusion', { principal_arn: 'arn:aws:iam::111111111111:role/a' }, null, 'info'],
];

test.each(REGISTRY)('what changes for a registry by %s: %o to %o', (type, before, after, severity) => {
  expect(told(type, before, after)).toEqual([`${severity} registry-changed`]);
});
