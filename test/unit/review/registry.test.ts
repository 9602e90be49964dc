import { expect, test } from 'vitest';
import { inShort, planText, reviewed } from './support.ts';

type Values = object | null;

const cache = (prefix: string, upstream: string, credential_arn: string | null = null) => ({
  ecr_repository_prefix: prefix,
  upstream_registry_url: upstream,
  credential_arn,
});
const replication = (...rules: object[]) => ({ replication_configuration: [{ rule: rules }] });
const route = (region: string, ...prefixes: string[]) => ({
  destination: [{ region, registry_id: '111122223333' }],
  repository_filter: prefixes.map((filter) => ({ filter, filter_type: 'PREFIX_MATCH' })),
});
const scanning = (scan_type: string, ...rules: object[]) => ({ scan_type, rule: rules });
const scan = (scan_frequency: string, ...filters: string[]) => ({
  scan_frequency,
  repository_filter: filters.map((filter) => ({ filter, filter_type: 'WILDCARD' })),
});
const template = (more: object = {}) => ({
  prefix: 'docker',
  applied_for: ['REPLICATION', 'PULL_THROUGH_CACHE'],
  image_tag_mutability: 'MUTABLE',
  ...more,
});
const policy = (days: number, indent = 0) =>
  JSON.stringify(
    {
      rules: [
        {
          rulePriority: 1,
          selection: { tagStatus: 'any', countType: 'sinceImagePushed', countUnit: 'days', countNumber: days },
          action: { type: 'expire' },
        },
      ],
    },
    null,
    indent,
  );

const TABLE: readonly (readonly [string, Values, Values, 'warning' | 'info' | null])[] = [
  ['aws_ecr_pull_through_cache_rule', null, cache('quay', 'quay.io'), 'info'],
  ['aws_ecr_pull_through_cache_rule', cache('quay', 'quay.io'), null, 'warning'],
  ['aws_ecr_pull_through_cache_rule', cache('quay', 'quay.io'), cache('q', 'quay.io'), 'warning'],
  [
    'aws_ecr_pull_through_cache_rule',
    cache('d', 'ghcr.io', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:ecr-pullthroughcache/a'),
    cache('d', 'ghcr.io', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:ecr-pullthroughcache/b'),
    'info',
  ],
  ['aws_ecr_replication_configuration', null, replication(route('eu-west-2')), 'info'],
  ['aws_ecr_replication_configuration', replication(route('eu-west-2')), null, 'warning'],
  [
    'aws_ecr_replication_configuration',
    replication(route('eu-west-2'), route('us-east-1')),
    replication(route('us-east-1')),
    'warning',
  ],
  [
    'aws_ecr_replication_configuration',
    replication(route('eu-west-2')),
    replication(route('eu-west-2', 'prod')),
    'warning',
  ],
  [
    'aws_ecr_replication_configuration',
    replication(route('eu-west-2', 'prod', 'dev')),
    replication(route('eu-west-2', 'prod')),
    'warning',
  ],
  [
    'aws_ecr_replication_configuration',
    replication(route('eu-west-2', 'prod')),
    replication(route('eu-west-2')),
    'info',
  ],
  [
    'aws_ecr_replication_configuration',
    replication(route('eu-west-2', 'a'), route('us-east-1')),
    replication(route('us-east-1'), route('eu-west-2', 'a')),
    null,
  ],
  ['aws_ecr_registry_scanning_configuration', null, scanning('BASIC', scan('SCAN_ON_PUSH', '*')), 'info'],
  ['aws_ecr_registry_scanning_configuration', scanning('BASIC', scan('SCAN_ON_PUSH', '*')), null, 'warning'],
  [
    'aws_ecr_registry_scanning_configuration',
    scanning('BASIC', scan('SCAN_ON_PUSH', '*')),
    scanning('BASIC', scan('SCAN_ON_PUSH', 'prod*')),
    'warning',
  ],
  [
    'aws_ecr_registry_scanning_configuration',
    scanning('ENHANCED', scan('CONTINUOUS_SCAN', '*')),
    scanning('ENHANCED', scan('SCAN_ON_PUSH', '*')),
    'warning',
  ],
  [
    'aws_ecr_registry_scanning_configuration',
    scanning('ENHANCED', scan('SCAN_ON_PUSH', '*')),
    scanning('ENHANCED', scan('CONTINUOUS_SCAN', '*')),
    'info',
  ],
  [
    'aws_ecr_registry_scanning_configuration',
    scanning('ENHANCED', scan('SCAN_ON_PUSH', '*')),
    scanning('BASIC', scan('SCAN_ON_PUSH', '*')),
    'warning',
  ],
  [
    'aws_ecr_registry_scanning_configuration',
    scanning('BASIC', scan('SCAN_ON_PUSH', 'a*', 'b*')),
    scanning('BASIC', scan('SCAN_ON_PUSH', 'b*', 'a*', 'ab*')),
    null,
  ],
  [
    'aws_ecr_registry_scanning_configuration',
    scanning('BASIC', scan('SCAN_ON_PUSH', 'prod')),
    scanning('BASIC', scan('SCAN_ON_PUSH', '*prod*')),
    null,
  ],
  ['aws_ecr_repository_creation_template', null, template(), 'info'],
  ['aws_ecr_repository_creation_template', template(), null, 'info'],
  ['aws_ecr_repository_creation_template', template(), template({ image_tag_mutability: 'IMMUTABLE' }), 'info'],
  [
    'aws_ecr_repository_creation_template',
    template(),
    template({ applied_for: ['PULL_THROUGH_CACHE', 'REPLICATION'] }),
    null,
  ],
  [
    'aws_ecr_repository_creation_template',
    template({ lifecycle_policy: policy(14) }),
    template({ lifecycle_policy: policy(14, 2) }),
    null,
  ],
  [
    'aws_ecr_repository_creation_template',
    template({ lifecycle_policy: policy(14) }),
    template({ lifecycle_policy: policy(7) }),
    'info',
  ],
  [
    'aws_ecr_account_setting',
    { name: 'BLOB_MOUNTING', value: 'ENABLED' },
    { name: 'BLOB_MOUNTING', value: 'DISABLED' },
    'info',
  ],
  ['aws_ecr_pull_time_update_exclusion', null, { principal_arn: 'arn:aws:iam::111122223333:role/scanner' }, 'info'],
  [
    'awscc_ecr_replication_configuration',
    {
      replication_configuration: {
        rules: [{ destinations: [{ region: 'eu-west-2', registry_id: '1' }], repository_filters: [] }],
      },
    },
    null,
    'warning',
  ],
  [
    'awscc_ecr_registry_scanning_configuration',
    {
      scan_type: 'BASIC',
      rules: [{ scan_frequency: 'SCAN_ON_PUSH', repository_filters: [{ filter: '*', filter_type: 'WILDCARD' }] }],
    },
    { scan_type: 'BASIC', rules: [] },
    'warning',
  ],
];

test.each(TABLE)('%s from %o to %o', (type, before, after, severity) => {
  const address = `${type}.a`;
  const actions = before === null ? ['create'] : after === null ? ['delete'] : ['update'];
  const found = reviewed(planText([{ address, actions, before, after }])).filter(({ kind }) => kind !== 'invalid');
  expect(inShort(found)).toEqual(severity === null ? [] : [`${severity} registry-changed ${address}`]);
});

test('says of a template what its policies mean', () => {
  const change = {
    address: 'aws_ecr_repository_creation_template.a',
    actions: ['update'],
    before: template({ lifecycle_policy: policy(14) }),
    after: template({ lifecycle_policy: policy(7) }),
  };
  expect(reviewed(planText([change]))[0]?.because).toEqual([
    'Lifecycle policy: Images can be deleted that could not before: all images pushed more than 7 days ago.',
  ]);
});

const DRIFTED: readonly (readonly [string, Values, Values, readonly string[]])[] = [
  [
    'aws_ecr_repository.a',
    { name: 'app', image_tag_mutability: 'IMMUTABLE' },
    { name: 'app', image_tag_mutability: 'MUTABLE' },
    ['info drift aws_ecr_repository.a'],
  ],
  ['aws_ecr_repository.a', { name: 'app' }, null, ['info drift aws_ecr_repository.a']],
  ['aws_ecr_repository.a', { name: 'app', tags_all: {} }, { name: 'app', tags_all: { a: 'b' } }, []],
  [
    'aws_ecr_lifecycle_policy.a',
    { repository: 'app', policy: policy(14) },
    { repository: 'app', policy: policy(14, 2) },
    [],
  ],
  [
    'aws_ecr_lifecycle_policy.a',
    { repository: 'app', policy: policy(14) },
    { repository: 'app', policy: policy(7) },
    ['info drift aws_ecr_lifecycle_policy.a'],
  ],
];

test.each(DRIFTED)('tells of drift of %s from %o to %o', (address, before, after, expected) => {
  const element = {
    address,
    mode: 'managed',
    type: address.split('.')[0],
    change: { actions: after === null ? ['delete'] : ['update'], before, after },
  };
  expect(inShort(reviewed(planText([], { resource_drift: [element] })))).toEqual(expected);
});
