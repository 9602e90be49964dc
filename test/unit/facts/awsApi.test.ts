import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ArgumentFact, BodyFact } from '../../../server/src/facts/provider/resourceSchema.ts';
import { bodyFact } from '../../../server/src/facts/provider/resources.ts';

interface Shape {
  readonly type: string;
  readonly enum?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly member?: string;
  readonly members?: Readonly<Record<string, string>>;
}

interface Service {
  readonly operations: Readonly<Record<string, string>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

type ServiceName = 'ecr' | 'ecr-public';

const API: { readonly source: string; readonly services: Readonly<Record<ServiceName, Service>> } = JSON.parse(
  readFileSync(new URL('../../terraform/awsApi.json', import.meta.url), 'utf8'),
);

const RESOURCE = 'resource ';

/**
 * The places in our facts that correspond to a shape of AWS's model: type of the block, type, then nested blocks and
 * the argument.
 */
const FACTS: Readonly<Record<ServiceName, Readonly<Record<string, readonly string[]>>>> = {
  ecr: {
    AccountSettingName: [`${RESOURCE}aws_ecr_account_setting name`],
    CredentialArn: [`${RESOURCE}aws_ecr_pull_through_cache_rule credential_arn`],
    CustomRoleArn: [
      `${RESOURCE}aws_ecr_pull_through_cache_rule custom_role_arn`,
      `${RESOURCE}aws_ecr_repository_creation_template custom_role_arn`,
    ],
    EncryptionType: [
      `${RESOURCE}aws_ecr_repository encryption_configuration encryption_type`,
      `${RESOURCE}aws_ecr_repository_creation_template encryption_configuration encryption_type`,
    ],
    ImageTagMutability: [
      `${RESOURCE}aws_ecr_repository image_tag_mutability`,
      `${RESOURCE}aws_ecr_repository_creation_template image_tag_mutability`,
    ],
    ImageTagMutabilityExclusionFilterType: [
      `${RESOURCE}aws_ecr_repository image_tag_mutability_exclusion_filter filter_type`,
    ],
    Prefix: [`${RESOURCE}aws_ecr_repository_creation_template prefix`],
    PrincipalArn: [`${RESOURCE}aws_ecr_pull_time_update_exclusion principal_arn`],
    PullThroughCacheRuleRepositoryPrefix: [
      `${RESOURCE}aws_ecr_pull_through_cache_rule ecr_repository_prefix`,
      `${RESOURCE}aws_ecr_pull_through_cache_rule upstream_repository_prefix`,
    ],
    RCTAppliedFor: [`${RESOURCE}aws_ecr_repository_creation_template applied_for`],
    Region: [`${RESOURCE}aws_ecr_replication_configuration replication_configuration rule destination region`],
    RegistryId: [
      `${RESOURCE}aws_ecr_replication_configuration replication_configuration rule destination registry_id`,
      'data aws_ecr_image registry_id',
    ],
    RepositoryFilterType: [
      `${RESOURCE}aws_ecr_replication_configuration replication_configuration rule repository_filter filter_type`,
    ],
    RepositoryFilterValue: [
      `${RESOURCE}aws_ecr_replication_configuration replication_configuration rule repository_filter filter`,
    ],
    RepositoryName: [
      `${RESOURCE}aws_ecr_lifecycle_policy repository`,
      `${RESOURCE}aws_ecr_repository_policy repository`,
      'data aws_ecr_repository name',
      'data aws_ecr_image repository_name',
    ],
    RepositoryTemplateDescription: [`${RESOURCE}aws_ecr_repository_creation_template description`],
    ScanFrequency: [`${RESOURCE}aws_ecr_registry_scanning_configuration rule scan_frequency`],
    ScanType: [`${RESOURCE}aws_ecr_registry_scanning_configuration scan_type`],
    ScanningRepositoryFilterType: [
      `${RESOURCE}aws_ecr_registry_scanning_configuration rule repository_filter filter_type`,
    ],
    ScanningRepositoryFilterValue: [`${RESOURCE}aws_ecr_registry_scanning_configuration rule repository_filter filter`],
  },
  'ecr-public': {
    AboutText: [`${RESOURCE}aws_ecrpublic_repository catalog_data about_text`],
    RepositoryDescription: [`${RESOURCE}aws_ecrpublic_repository catalog_data description`],
    RepositoryName: [`${RESOURCE}aws_ecrpublic_repository repository_name`],
    UsageText: [`${RESOURCE}aws_ecrpublic_repository catalog_data usage_text`],
  },
};

const BY_CHECK = 'a check of its own knows it';
const NOT_SET = 'no argument of Terraform sets it';
const READ = 'only asked for when something is read';
const IMAGES = 'only in requests that push images';

/** Shapes with a limit that no argument's facts repeat, with the reason. */
const ELSEWHERE: Readonly<Record<ServiceName, Readonly<Record<string, string>>>> = {
  ecr: {
    ArtifactStatusFilter: READ,
    ArtifactType: READ,
    BatchedOperationLayerDigest: IMAGES,
    ImageManifest: IMAGES,
    ImageStatusFilter: READ,
    ImageTag: READ,
    ImageTagMutabilityExclusionFilterValue: `${BY_CHECK}: repository-exclusion-filter-value`,
    KmsKey: `${BY_CHECK}: repository-encryption`,
    KmsKeyForRepositoryCreationTemplate: `${BY_CHECK}: repository-encryption`,
    LayerDigest: IMAGES,
    LayerPartBlob: IMAGES,
    LifecyclePolicyText: `${BY_CHECK}: policy-length`,
    LifecyclePolicyTextForRepositoryCreationTemplate: `${BY_CHECK}: policy-length`,
    RegistryPolicyText: `${BY_CHECK}: the length of an access policy`,
    ReplicationBackfillId: NOT_SET,
    ReplicationBackfillResultStatus: NOT_SET,
    RepositoryPolicyText: `${BY_CHECK}: the length of an access policy`,
    SigningProfileArn: NOT_SET,
    SigningRepositoryFilterType: NOT_SET,
    SigningRepositoryFilterValue: NOT_SET,
    TagStatus: READ,
    TargetStorageClass: IMAGES,
    UploadId: IMAGES,
    UpstreamRegistry: NOT_SET,
  },
  'ecr-public': {
    Architecture: 'the provider offers values and takes others; the gallery shows badges for known ones',
    Arn: NOT_SET,
    BatchedOperationLayerDigest: IMAGES,
    ImageManifest: IMAGES,
    ImageTag: READ,
    LayerDigest: IMAGES,
    LayerPartBlob: IMAGES,
    LogoImageBlob: 'base64, whose length says little',
    OperatingSystem: 'the provider offers values and takes others; the gallery shows badges for known ones',
    RegistryDisplayName: NOT_SET,
    RegistryId: READ,
    RegistryIdOrAlias: IMAGES,
    RepositoryPolicyText: `${BY_CHECK}: the length of an access policy`,
    TagKey: `${BY_CHECK}: tags`,
    TagValue: `${BY_CHECK}: tags`,
    UploadId: IMAGES,
  },
};

/** Accepted differences, each with its reason. */
const ACCEPTED: Readonly<Record<string, string>> = {
  'resource aws_ecr_account_setting name: length': 'the three names are known',
  'resource aws_ecr_pull_through_cache_rule credential_arn: length': 'the name of the secret is judged by itself',
  'resource aws_ecr_pull_through_cache_rule credential_arn: pattern': 'the name of the secret is judged by itself',
  'resource aws_ecr_pull_through_cache_rule custom_role_arn: length': 'no ARN of a role is that long',
  'resource aws_ecr_repository_creation_template custom_role_arn: length': 'no ARN of a role is that long',
  'resource aws_ecr_pull_through_cache_rule ecr_repository_prefix: pattern': 'the provider keeps the older grammar',
  'resource aws_ecr_pull_through_cache_rule upstream_repository_prefix: pattern':
    'the provider keeps the older grammar',
  'resource aws_ecr_replication_configuration replication_configuration rule destination region: length':
    'the pattern bounds it',
  'resource aws_ecr_replication_configuration replication_configuration rule destination region: pattern':
    'the provider knows what regions look like',
  'resource aws_ecr_repository_creation_template description: length': 'the provider takes one character less',
  'resource aws_ecr_registry_scanning_configuration rule repository_filter filter: length':
    'the provider takes one character more, and refuses first',
  'resource aws_ecrpublic_repository catalog_data about_text: length': 'the provider takes less than AWS',
  'resource aws_ecrpublic_repository catalog_data usage_text: length': 'the provider takes less than AWS',
};

/** Texts that patterns distinguish. */
const SAMPLES: readonly string[] = [
  ...[
    'a',
    'ab',
    'a-b',
    'a--b',
    'a__b',
    'a___b',
    'a_-b',
    'a..b',
    'a/b',
    'a//b',
    'a/',
    '/a',
    'a-',
    '-a',
    'A',
    'a b',
    'é',
  ],
  ...['ROOT', 'root', 'prod/*', 'prod*', '*', '*a*', 'a-*', 'a.b/c_d', '', 'a:b', '111122223333', '1111', 'eu-west-1'],
  'arn:aws:iam::111122223333:role/path/NAME',
  'arn:aws-cn:iam::111122223333:user/a',
  'arn:aws:iam::111122223333:root',
  'arn:aws:iam::111122223333:role/*',
  'arn:aws:sts::111122223333:assumed-role/a/b',
];

/** The scalar shapes with a limit that a request can contain. */
function limitedShapes({ operations, shapes }: Service): string[] {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    const shape = shapes[name];
    if (shape === undefined || seen.has(name)) return;
    seen.add(name);
    for (const inner of [...Object.values(shape.members ?? {}), ...(shape.member ?? '').split(' ')]) visit(inner);
  };
  for (const input of Object.values(operations)) visit(input);
  const isLimited = ({ type, enum: values, min, max, pattern }: Shape) =>
    ['string', 'blob'].includes(type) && [values, min, max, pattern].some((limit) => limit !== undefined);
  return [...seen].filter((name) => shapes[name] !== undefined && isLimited(shapes[name])).sort();
}

function argumentAt(path: string): ArgumentFact | undefined {
  const [blockType = '', type = '', ...names] = path.split(' ');
  const last = names.pop();
  let body: BodyFact | undefined = bodyFact(blockType, type);
  for (const name of names) body = body?.blocks.find((block) => block.name === name);
  return body?.arguments.find(({ name }) => name === last);
}

function differencesOf(path: string, shape: Shape): string[] {
  const fact = argumentAt(path);
  if (fact === undefined) return [`${path}: no such argument`];
  const { text, values } = fact;
  const known = values?.map(({ value }) => value).sort();
  const isSame = JSON.stringify(known) === JSON.stringify(shape.enum?.toSorted());
  const found = shape.enum === undefined || isSame ? [] : [`${path}: values`];
  if (shape.enum !== undefined) return found;
  const hasLength = shape.min !== undefined || shape.max !== undefined;
  if (hasLength && (text?.maximum !== shape.max || (text?.minimum ?? 0) !== (shape.min ?? 0))) {
    found.push(`${path}: length`);
  }
  if (shape.pattern === undefined) return found;
  const pattern = new RegExp(`^(?:${shape.pattern})$`);
  const parted = SAMPLES.filter((sample) => pattern.test(sample) !== (text?.pattern?.test(sample) ?? true));
  return parted.length === 0 ? found : [...found, `${path}: pattern`];
}

describe(`the facts beside ${API.source}`, () => {
  const services: readonly ServiceName[] = ['ecr', 'ecr-public'];
  const found = services.flatMap((service) =>
    Object.entries(FACTS[service]).flatMap(([name, paths]) => {
      const shape = API.services[service].shapes[name];
      return paths.flatMap((path) => (shape === undefined ? [`${name}: no such shape`] : differencesOf(path, shape)));
    }),
  );

  it.each(services)('know every limit that a request of %s can meet', (service) => {
    const known = [...Object.keys(FACTS[service]), ...Object.keys(ELSEWHERE[service])].sort();
    expect(known).toEqual(limitedShapes(API.services[service]));
  });

  it('differ only where a reason is given', () => {
    expect(found.filter((difference) => ACCEPTED[difference] === undefined)).toEqual([]);
  });

  it('have no reasons for what does not differ', () => {
    expect(Object.keys(ACCEPTED).filter((difference) => !found.includes(difference))).toEqual([]);
  });
});
