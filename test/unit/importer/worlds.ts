import type { ImportFiles } from '../../../server/src/importer/gather.ts';
import { NO_FILES } from '../../../server/src/importer/gather.ts';
import { ACCOUNT, access, file, keep, lifecycle, repository } from './support.ts';

/** A registry as AWS has it, the source of both the outputs and Terraform's world. */
export interface RealRegistry {
  readonly repositories: readonly RealRepository[];
  readonly cacheRules?: readonly Record<string, string>[];
  readonly templates?: readonly Record<string, unknown>[];
  readonly replication?: readonly unknown[];
  readonly scanning?: { readonly scanType: string; readonly rules: readonly unknown[] };
  readonly registryPolicy?: unknown;
  readonly accountSettings?: Readonly<Record<string, string>>;
  readonly pullTimeExclusions?: readonly string[];
}

export interface RealRepository {
  readonly name: string;
  readonly mutability?: string;
  readonly filters?: readonly string[];
  readonly scans?: boolean;
  readonly encryption?: { readonly encryptionType: string; readonly kmsKey?: string };
  readonly tags?: Readonly<Record<string, string>>;
  readonly lifecycle?: unknown;
  readonly access?: unknown;
}

/** What the AWS CLI prints of the registry. */
export function outputsOf(real: RealRegistry): ImportFiles {
  const { repositories } = real;
  const policies = repositories.flatMap(({ name, lifecycle: policy }) =>
    policy === undefined ? [] : [file(`policies/${name.replaceAll('/', '__')}.json`, lifecycle(name, policy))],
  );
  const accesses = repositories.flatMap(({ name, access: policy }) =>
    policy === undefined ? [] : [file(`access/${name.replaceAll('/', '__')}.json`, access(name, policy))],
  );
  const tags = repositories.map(({ name, tags: pairs = {} }) => {
    const list = Object.entries(pairs).map(([Key, Value]) => ({ Key, Value }));
    return file(`tags/${name.replaceAll('/', '__')}.json`, { tags: list });
  });
  return {
    ...NO_FILES,
    repositories: [file('repositories.json', { repositories: repositories.map(described) })],
    policies,
    repositoryPolicies: accesses,
    tags,
    cacheRules: [file('cache.json', { pullThroughCacheRules: real.cacheRules ?? [] })],
    templates: [file('templates.json', { registryId: ACCOUNT, repositoryCreationTemplates: real.templates ?? [] })],
    registry: registryFiles(real),
  };
}

function described({ name, mutability = 'MUTABLE', filters = [], scans = false, encryption }: RealRepository) {
  return repository(name, {
    imageTagMutability: mutability,
    ...(filters.length > 0 && {
      imageTagMutabilityExclusionFilters: filters.map((filter) => ({ filterType: 'WILDCARD', filter })),
    }),
    imageScanningConfiguration: { scanOnPush: scans },
    encryptionConfiguration: encryption ?? { encryptionType: 'AES256' },
  });
}

function registryFiles({
  replication,
  scanning,
  registryPolicy,
  accountSettings = {},
  pullTimeExclusions,
}: RealRegistry) {
  return [
    file('registry.json', { registryId: ACCOUNT, replicationConfiguration: { rules: replication ?? [] } }),
    file('scanning.json', {
      registryId: ACCOUNT,
      scanningConfiguration: scanning ?? { scanType: 'BASIC', rules: [] },
    }),
    ...(registryPolicy === undefined
      ? []
      : [file('policy.json', { registryId: ACCOUNT, policyText: JSON.stringify(registryPolicy) })]),
    ...Object.entries(accountSettings).map(([name, value]) => file(`${name}.json`, { name, value })),
    ...(pullTimeExclusions === undefined
      ? []
      : [file('exclusions.json', { pullTimeUpdateExclusions: pullTimeExclusions })]),
  ];
}

const KMS = { encryptionType: 'KMS', kmsKey: 'arn:aws:kms:eu-west-1:123456789012:key/0a1b' };

export function pullBy(principal: unknown, sid = 'Pull') {
  const Action = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchCheckLayerAvailability'];
  return { Version: '2012-10-17', Statement: [{ Sid: sid, Effect: 'Allow', Principal: principal, Action }] };
}

const TAGGED = {
  rules: [
    {
      rulePriority: 20,
      description: 'keep ${n} %{ if } "quoted" \\ é',
      selection: {
        tagStatus: 'tagged',
        tagPatternList: ['v*', 'prod*'],
        countType: 'imageCountMoreThan',
        countNumber: 3,
      },
      action: { type: 'expire' },
    },
    {
      action: { type: 'expire' },
      selection: { countNumber: 14, countUnit: 'days', countType: 'sinceImagePushed', tagStatus: 'untagged' },
      rulePriority: 10,
    },
  ],
};

/** Registries of realistic shapes, named after their special feature. */
export const REGISTRIES: Readonly<Record<string, RealRegistry>> = {
  'one repository': { repositories: [{ name: 'api' }] },
  'names that give one label': {
    repositories: [{ name: 'team/api' }, { name: 'team-api' }, { name: 'team_api' }, { name: 'team_api_2' }],
  },
  'names with digits and runs of separators': {
    repositories: [{ name: '1password' }, { name: 'a--b' }, { name: 'a__b.c/d' }],
  },
  'every mutability': {
    repositories: [
      { name: 'a1', mutability: 'MUTABLE' },
      { name: 'a2', mutability: 'IMMUTABLE' },
      { name: 'a3', mutability: 'IMMUTABLE_WITH_EXCLUSION', filters: ['latest*', 'dev-*'] },
      { name: 'a4', mutability: 'MUTABLE_WITH_EXCLUSION', filters: ['v*'] },
    ],
  },
  'every encryption': {
    repositories: [
      { name: 'b1', encryption: KMS },
      { name: 'b2', encryption: { encryptionType: 'KMS_DSSE', kmsKey: KMS.kmsKey } },
      { name: 'b3', encryption: { encryptionType: 'AES256' } },
    ],
  },
  'scanning here and there': { repositories: [{ name: 'c1', scans: true }, { name: 'c2' }] },
  'scanning everywhere': {
    repositories: [
      { name: 'c1', scans: true },
      { name: 'c2', scans: true },
    ],
  },
  'tags with odd keys': {
    repositories: [
      { name: 'd1', tags: { Team: 'a', 'cost center': '1 ${x}', 'a:b/c': '', true: 'yes', 'é"': '%{ x' } },
      { name: 'd2', tags: { Team: 'b' } },
      { name: 'd3' },
    ],
  },
  'equal policies': {
    repositories: [
      { name: 'e1', lifecycle: keep(5) },
      { name: 'e2', lifecycle: keep(5) },
      { name: 'e3', lifecycle: keep(6) },
    ],
  },
  'a policy with templates in words, and unsorted': { repositories: [{ name: 'f1', lifecycle: TAGGED }] },
  'policies that people wrote by hand': {
    repositories: [
      { name: 'g1', lifecycle: JSON.stringify(keep(3), null, 4) },
      { name: 'g2', lifecycle: JSON.stringify(TAGGED, null, '\t') },
      { name: 'g3', lifecycle: '{"rules":[]}' },
    ],
  },
  'access policies': {
    repositories: [
      { name: 'h1', access: pullBy({ AWS: 'arn:aws:iam::111122223333:root' }) },
      { name: 'h2', access: pullBy('*', 'LambdaECRImageRetrievalPolicy') },
      { name: 'h3', access: pullBy({ AWS: ['AROAEXAMPLEEXAMPLE12', '111122223333'] }), lifecycle: keep(1) },
    ],
  },
  'cache rules and templates': {
    repositories: [{ name: 'own' }, { name: 'docker-hub/library/nginx' }],
    cacheRules: [
      {
        ecrRepositoryPrefix: 'docker-hub',
        upstreamRegistryUrl: 'registry-1.docker.io',
        credentialArn: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:ecr-pullthroughcache/hub-abcdef',
        upstreamRepositoryPrefix: 'ROOT',
        upstreamRegistry: 'docker-hub',
        registryId: ACCOUNT,
      },
      {
        ecrRepositoryPrefix: 'quay',
        upstreamRegistryUrl: 'quay.io',
        registryId: ACCOUNT,
        upstreamRepositoryPrefix: 'ROOT',
      },
    ],
    templates: [
      {
        prefix: 'ROOT',
        appliedFor: ['REPLICATION', 'PULL_THROUGH_CACHE'],
        imageTagMutability: 'IMMUTABLE',
        lifecyclePolicy: JSON.stringify(keep(9)),
        repositoryPolicy: JSON.stringify(pullBy({ AWS: '111122223333' })),
        resourceTags: [{ Key: 'made', Value: 'by "template"' }],
        customRoleArn: 'arn:aws:iam::123456789012:role/ecr-template',
        description: 'For all',
        encryptionConfiguration: KMS,
      },
    ],
  },
  'a whole registry': {
    repositories: [{ name: 'prod/api' }],
    replication: [
      {
        destinations: [{ region: 'us-east-1', registryId: ACCOUNT }],
        repositoryFilters: [{ filter: 'prod/', filterType: 'PREFIX_MATCH' }],
      },
    ],
    scanning: {
      scanType: 'ENHANCED',
      rules: [
        { scanFrequency: 'CONTINUOUS_SCAN', repositoryFilters: [{ filter: 'prod/*', filterType: 'WILDCARD' }] },
        { scanFrequency: 'SCAN_ON_PUSH', repositoryFilters: [{ filter: '*', filterType: 'WILDCARD' }] },
      ],
    },
    registryPolicy: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'Replication',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          Action: ['ecr:CreateRepository', 'ecr:ReplicateImage'],
          Resource: `arn:aws:ecr:eu-west-1:${ACCOUNT}:repository/*`,
        },
      ],
    },
    accountSettings: { BLOB_MOUNTING: 'ENABLED', REGISTRY_POLICY_SCOPE: 'V2' },
    pullTimeExclusions: [`arn:aws:iam::${ACCOUNT}:role/scanner`],
  },
};
