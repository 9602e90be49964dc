import { describe, expect, test } from 'vitest';
import type { WrittenChange } from './support.ts';
import { inShort, planText, reviewed } from './support.ts';

const rules = (...list: object[]) => JSON.stringify({ rules: list });
const expireAll = (countNumber: number, rulePriority = 1) => ({
  rulePriority,
  selection: { tagStatus: 'any', countType: 'sinceImagePushed', countUnit: 'days', countNumber },
  action: { type: 'expire' },
});
const ALLOW_ALL = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'] }],
});

function created(address: string, after: object, change: object = {}): WrittenChange {
  return { address, actions: ['create'], after, change };
}

const POLICY = 'aws_ecr_lifecycle_policy.a';

const WRONG: readonly (readonly [string, WrittenChange, string])[] = [
  [
    'a key that AWS does not know',
    created(POLICY, { repository: 'app', policy: rules({ ...expireAll(1), rule_priority: 2 }) }),
    'policy-unknown-key',
  ],
  [
    'a priority that comes twice',
    created(POLICY, {
      repository: 'app',
      policy: rules(expireAll(1), {
        ...expireAll(2),
        selection: { tagStatus: 'untagged', countType: 'imageCountMoreThan', countNumber: 3 },
      }),
    }),
    'rule-priority-duplicate',
  ],
  [
    'an ARN for a name',
    created(POLICY, { repository: 'arn:aws:ecr:eu-west-1:111122223333:repository/a', policy: rules(expireAll(1)) }),
    'policy-repository-reference',
  ],
  ['no JSON', created(POLICY, { repository: 'app', policy: '{"rules":[}' }), 'policy-json-syntax'],
  ['a name with capitals', created('aws_ecr_repository.a', { name: 'Team/API' }), 'repository-name'],
  [
    'a key with AES256',
    created('aws_ecr_repository.a', {
      name: 'app',
      encryption_configuration: [{ encryption_type: 'AES256', kms_key: 'arn:aws:kms:eu-west-1:111122223333:key/1' }],
    }),
    'repository-encryption',
  ],
  [
    'an upstream that needs credentials',
    created('aws_ecr_pull_through_cache_rule.a', {
      ecr_repository_prefix: 'docker',
      upstream_registry_url: 'registry-1.docker.io',
    }),
    'cache-credential-missing',
  ],
  [
    'a policy of Cloud Control',
    created('awscc_ecr_repository.a', {
      repository_name: 'app',
      lifecycle_policy: { lifecycle_policy_text: rules({ ...expireAll(1), action: { type: 'delete' } }) },
    }),
    'policy-enum-value',
  ],
];

test.each(WRONG)('says what check says of %s', (_, change, rule) => {
  const found = reviewed(planText([change])).filter(({ kind }) => kind === 'invalid');
  expect(found.map(({ address, because }) => [address, because[0]])).toEqual([
    [change.address, `Rule ${rule} of terraform-ecr check.`],
  ]);
});

type Right = readonly [address: string, after: object, change: object | null];

const RIGHT: readonly Right[] = (
  [
    [
      'aws_ecr_repository.a',
      {
        name: 'team/api',
        id: 'team/api',
        arn: 'arn:aws:ecr:eu-west-1:111122223333:repository/team/api',
        region: 'eu-west-1',
        registry_id: '111122223333',
        repository_url: 'x',
        force_delete: null,
        image_tag_mutability: 'IMMUTABLE',
        image_tag_mutability_exclusion_filter: [],
        image_scanning_configuration: [{ scan_on_push: true }],
        encryption_configuration: [{ encryption_type: 'AES256', kms_key: '' }],
        tags: null,
        tags_all: {},
        timeouts: null,
      },
    ],
    [
      'aws_ecr_repository.a',
      { name: 'app', encryption_configuration: [{ encryption_type: 'KMS' }] },
      { after_unknown: { encryption_configuration: [{ kms_key: true }], arn: true } },
    ],
    ['aws_ecr_repository.a', { image_tag_mutability: 'MUTABLE' }, { after_unknown: { name: true } }],
    [
      'aws_ecr_lifecycle_policy.a',
      { repository: 'app', policy: rules(expireAll(14)), registry_id: '111122223333', id: 'a' },
    ],
    ['aws_ecr_lifecycle_policy.a', { repository: 'app' }, { after_unknown: { policy: true, repository: true } }],
    [
      'aws_ecr_lifecycle_policy.a',
      { repository: 'app', policy: rules({ ...expireAll(14), description: 'Not ${this} nor %{that}' }) },
    ],
    [
      'aws_ecr_registry_scanning_configuration.a',
      {
        scan_type: 'BASIC',
        rule: [{ scan_frequency: 'SCAN_ON_PUSH', repository_filter: [{ filter: '*', filter_type: 'WILDCARD' }] }],
      },
    ],
    [
      'aws_ecr_replication_configuration.a',
      {
        replication_configuration: [
          { rule: [{ destination: [{ region: 'eu-west-2', registry_id: '111122223333' }], repository_filter: [] }] },
        ],
      },
    ],
    [
      'aws_ecr_repository_creation_template.a',
      {
        prefix: 'docker',
        applied_for: ['PULL_THROUGH_CACHE'],
        description: null,
        encryption_configuration: [],
        image_tag_mutability: 'MUTABLE',
        resource_tags: null,
        lifecycle_policy: '',
        repository_policy: '',
      },
    ],
    [
      'aws_ecr_pull_through_cache_rule.a',
      {
        ecr_repository_prefix: 'quay',
        upstream_registry_url: 'quay.io',
        credential_arn: null,
        custom_role_arn: null,
        upstream_repository_prefix: 'ROOT',
      },
    ],
    [
      'aws_ecrpublic_repository.a',
      {
        repository_name: 'app',
        catalog_data: [{ about_text: 'x', architectures: ['x86-64'], operating_systems: ['Linux'] }],
        force_destroy: false,
      },
    ],
    [
      'awscc_ecr_repository.a',
      {
        repository_name: 'app',
        empty_on_delete: null,
        lifecycle_policy: { lifecycle_policy_text: rules(expireAll(14)), registry_id: null },
      },
    ],
  ] as readonly (readonly [string, object, object?])[]
).map(([address, after, change]) => [address, after, change ?? null]);

test.each(RIGHT)('finds nothing invalid in %s %o', (address, after, change) => {
  expect(reviewed(planText([created(address, after, change ?? {})])).filter(({ kind }) => kind === 'invalid')).toEqual(
    [],
  );
});

test('is silent where access-widened says the same', () => {
  const found = reviewed(planText([created('aws_ecr_repository_policy.a', { repository: 'app', policy: ALLOW_ALL })]));
  expect(inShort(found)).toEqual(['error access-widened aws_ecr_repository_policy.a']);
});

test('leaves resources alone that the plan does not change', () => {
  const values = { repository: 'app', policy: '{' };
  expect(reviewed(planText([{ address: POLICY, actions: ['no-op'], before: values, after: values }]))).toEqual([]);
});

describe('guarantees of the settings', () => {
  const settings = {
    uri: 'file:///folder/.terraform-ecr.json',
    text: JSON.stringify({ keep: [{ repositories: 'team/*', tags: ['prod-*'], newest: 10 }] }),
  };
  const KEEPS = rules({
    ...expireAll(1),
    selection: { tagStatus: 'untagged', countType: 'imageCountMoreThan', countNumber: 1 },
  });

  function kinds(before: string | null, after: string, repository = 'team/api'): readonly string[] {
    const values = (policy: string) => ({ repository, policy });
    const change =
      before === null
        ? created(POLICY, values(after))
        : { address: POLICY, actions: ['delete', 'create'], before: values(before), after: values(after) };
    return inShort(reviewed(planText([change]), { settings })).filter((one) => one.includes('guarantee'));
  }

  test('that the plan breaks', () => {
    expect(kinds(KEEPS, rules(expireAll(14)))).toEqual([`error guarantee-broken ${POLICY}`]);
    expect(kinds(null, rules(expireAll(14)))).toEqual([`error guarantee-broken ${POLICY}`]);
  });

  test('that were broken before', () => {
    expect(kinds(rules(expireAll(14)), rules(expireAll(7)))).toEqual([`info guarantee-broken ${POLICY}`]);
  });

  test('that stay, or are for other repositories', () => {
    expect(kinds(rules(expireAll(14)), KEEPS)).toEqual([]);
    expect(kinds(KEEPS, rules(expireAll(14)), 'other')).toEqual([]);
  });
});

test('does not repeat what was wrong before where the change means nothing', () => {
  const listed = (...tagPatternList: string[]) => {
    const selection = { tagStatus: 'tagged', tagPatternList, countType: 'imageCountMoreThan', countNumber: 3 };
    return { repository: 'app', policy: rules({ rulePriority: 1, selection, action: { type: 'expire' } }) };
  };
  const change = (before: object, after: object) => ({ address: POLICY, actions: ['delete', 'create'], before, after });
  expect(reviewed(planText([change(listed('a*', 'b*'), listed('b*', 'a*'))]))).toEqual([]);
  expect(inShort(reviewed(planText([change(listed('a*'), listed('b*', 'a*'))])))).toContain(
    `warning invalid ${POLICY}`,
  );
});
