import type { RealRegistry, RealRepository } from './worlds.ts';

/** The key of an object that exists once per registry, whatever the id. */
const ONLY = 'one';

type Objects = Record<string, Record<string, unknown>>;

/** The registry as the provider would read it from AWS, for the stand-in: by type, then by import id. */
export function worldOf(real: RealRegistry): Record<string, Objects> {
  const { repositories, cacheRules = [], templates = [], accountSettings = {}, pullTimeExclusions = [] } = real;
  return {
    aws_ecr_repository: byId(repositories, ({ name }) => name, repositoryState),
    aws_ecr_lifecycle_policy: policies(repositories, ({ lifecycle }) => lifecycle),
    aws_ecr_repository_policy: policies(repositories, ({ access }) => access),
    aws_ecr_pull_through_cache_rule: byId(
      cacheRules,
      ({ ecrRepositoryPrefix = '' }) => ecrRepositoryPrefix,
      (rule) => ({
        ecr_repository_prefix: rule['ecrRepositoryPrefix'],
        upstream_registry_url: rule['upstreamRegistryUrl'],
        credential_arn: rule['credentialArn'] ?? null,
        custom_role_arn: rule['customRoleArn'] ?? null,
        upstream_repository_prefix: rule['upstreamRepositoryPrefix'],
      }),
    ),
    aws_ecr_repository_creation_template: byId(templates, ({ prefix }) => String(prefix), templateState),
    ...registryWorld(real),
    aws_ecr_account_setting: byId(
      Object.entries(accountSettings),
      ([name]) => name,
      ([name, value]) => ({ name, value }),
    ),
    aws_ecr_pull_time_update_exclusion: byId(
      pullTimeExclusions,
      (arn) => arn,
      (arn) => ({ principal_arn: arn }),
    ),
  };
}

function byId<T>(items: readonly T[], id: (item: T) => string, state: (item: T) => Record<string, unknown>): Objects {
  return Object.fromEntries(items.map((item) => [id(item), state(item)]));
}

function repositoryState({
  name,
  mutability = 'MUTABLE',
  filters = [],
  scans = false,
  encryption,
  tags,
}: RealRepository) {
  return {
    name,
    image_tag_mutability: mutability,
    image_tag_mutability_exclusion_filter: filters.map((filter) => ({ filter, filter_type: 'WILDCARD' })),
    image_scanning_configuration: [{ scan_on_push: scans }],
    encryption_configuration: [
      { encryption_type: encryption?.encryptionType ?? 'AES256', kms_key: encryption?.kmsKey ?? '' },
    ],
    ...(tags !== undefined && Object.keys(tags).length > 0 && { tags, tags_all: tags }),
  };
}

function policies(repositories: readonly RealRepository[], read: (repository: RealRepository) => unknown): Objects {
  const withPolicy = repositories.filter((repository) => read(repository) !== undefined);
  return byId(
    withPolicy,
    ({ name }) => name,
    (repository) => {
      const policy = read(repository);
      return { repository: repository.name, policy: typeof policy === 'string' ? policy : JSON.stringify(policy) };
    },
  );
}

function templateState(template: Record<string, unknown>) {
  const tags = template['resourceTags'] as { Key: string; Value: string }[] | undefined;
  const encryption = template['encryptionConfiguration'] as { encryptionType: string; kmsKey?: string } | undefined;
  return {
    prefix: template['prefix'],
    applied_for: template['appliedFor'],
    description: template['description'] ?? null,
    image_tag_mutability: template['imageTagMutability'] ?? 'MUTABLE',
    lifecycle_policy: template['lifecyclePolicy'] ?? null,
    repository_policy: template['repositoryPolicy'] ?? null,
    custom_role_arn: template['customRoleArn'] ?? null,
    resource_tags: tags === undefined ? null : Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value])),
    encryption_configuration:
      encryption === undefined
        ? []
        : [{ encryption_type: encryption.encryptionType, kms_key: encryption.kmsKey ?? null }],
  };
}

interface FilterOutput {
  readonly filter: string;
  readonly filterType: string;
}

const filterState = ({ filter, filterType }: FilterOutput) => ({ filter, filter_type: filterType });

function registryWorld({ replication = [], scanning, registryPolicy }: RealRegistry): Record<string, Objects> {
  const rules = replication as {
    destinations: { region: string; registryId: string }[];
    repositoryFilters?: FilterOutput[];
  }[];
  const scanningRules = (scanning?.rules ?? []) as { scanFrequency: string; repositoryFilters: FilterOutput[] }[];
  return {
    aws_ecr_replication_configuration: {
      [ONLY]: {
        replication_configuration: [
          {
            rule: rules.map(({ destinations, repositoryFilters = [] }) => ({
              destination: destinations.map(({ region, registryId }) => ({ region, registry_id: registryId })),
              repository_filter: repositoryFilters.map(filterState),
            })),
          },
        ],
      },
    },
    aws_ecr_registry_scanning_configuration: {
      [ONLY]: {
        scan_type: scanning?.scanType ?? 'BASIC',
        rule: scanningRules.map(({ scanFrequency, repositoryFilters }) => ({
          scan_frequency: scanFrequency,
          repository_filter: repositoryFilters.map(filterState),
        })),
      },
    },
    ...(registryPolicy !== undefined && {
      aws_ecr_registry_policy: { [ONLY]: { policy: JSON.stringify(registryPolicy) } },
    }),
  };
}
