/**
 * Arguments of the resources for access to repositories and the registry. Source: hashicorp/terraform-provider-aws
 * 6.68.0, `internal/service/ecr` and its documentation. Read 2026-11-23.
 */
import { REGION_ARGUMENT } from '../provider/metaArguments.ts';
import type { ResourceFact } from '../provider/resourceSchema.ts';
import { PRINCIPAL_TEXT, REPOSITORY_NAME_TEXT } from '../provider/texts.ts';

export const REPOSITORY_POLICY: ResourceFact = {
  type: 'aws_ecr_repository_policy',
  documentation:
    'The IAM policy of one repository: who may pull and push. Not to be confused with the lifecycle policy.',
  arguments: [
    {
      name: 'repository',
      type: 'string',
      required: true,
      role: 'repository-name',
      text: REPOSITORY_NAME_TEXT,
      forcesReplacement: true,
      documentation: 'The **name** of the repository (`aws_ecr_repository.NAME.name`), neither its URL nor its ARN.',
    },
    {
      name: 'policy',
      type: 'string',
      required: true,
      role: 'access-policy',
      documentation:
        'The IAM policy as JSON text, best from `data.aws_iam_policy_document.NAME.json`. Its statements name no resource, because they apply to this repository.',
    },
    REGION_ARGUMENT,
  ],
  blocks: [],
};

export const REGISTRY_POLICY: ResourceFact = {
  type: 'aws_ecr_registry_policy',
  documentation:
    'The IAM policy of the whole registry, needed for replication from other accounts and for pull through caches. An account has one per region.',
  arguments: [
    {
      name: 'policy',
      type: 'string',
      required: true,
      role: 'access-policy',
      documentation: 'The IAM policy as JSON text, best from `data.aws_iam_policy_document.NAME.json`.',
    },
    REGION_ARGUMENT,
  ],
  blocks: [],
};

export const PULL_TIME_UPDATE_EXCLUSION: ResourceFact = {
  type: 'aws_ecr_pull_time_update_exclusion',
  since: '6.28.0',
  documentation: 'Principals whose pulls do not count as pulls, so that `sinceImagePulled` works despite a scanner.',
  arguments: [
    {
      name: 'principal_arn',
      type: 'string',
      text: PRINCIPAL_TEXT,
      required: true,
      forcesReplacement: true,
      documentation: 'The ARN of the IAM role or user whose pulls do not change the last pull time of an image.',
    },
    REGION_ARGUMENT,
  ],
  blocks: [],
};

/**
 * The values of each account setting. AWS has removed `CLAIR` (2026-02-16) and `V1` (2026-04-29), which the provider
 * still accepts: the apply fails. Source: changelog of botocore. Read 2026-11-30.
 */
export const VALUES_OF_SETTINGS: Readonly<Record<string, readonly string[]>> = {
  BASIC_SCAN_TYPE_VERSION: ['AWS_NATIVE'],
  REGISTRY_POLICY_SCOPE: ['V2'],
  BLOB_MOUNTING: ['ENABLED', 'DISABLED'],
};

/** Values that AWS has removed, and their replacements. Source: changelog of botocore. Read 2026-11-30. */
export const REMOVED_VALUES_OF_SETTINGS = [
  { setting: 'BASIC_SCAN_TYPE_VERSION', value: 'CLAIR', replacement: 'AWS_NATIVE', removed: '2026-02-16' },
  { setting: 'REGISTRY_POLICY_SCOPE', value: 'V1', replacement: 'V2', removed: '2026-04-29' },
] as const;

/** The same, including those that AWS has removed: their names are not wrong. */
const ACCEPTED_VALUES_OF_SETTINGS: Readonly<Record<string, readonly string[]>> = {
  ...VALUES_OF_SETTINGS,
  BASIC_SCAN_TYPE_VERSION: ['AWS_NATIVE', 'CLAIR'],
  REGISTRY_POLICY_SCOPE: ['V2', 'V1'],
};

export const ACCOUNT_SETTING: ResourceFact = {
  type: 'aws_ecr_account_setting',
  documentation: 'One setting of the account in a region, such as the version of basic scanning.',
  arguments: [
    {
      name: 'name',
      type: 'string',
      required: true,
      forcesReplacement: true,
      values: [
        {
          value: 'BASIC_SCAN_TYPE_VERSION',
          documentation: 'The scanner for basic scanning: `AWS_NATIVE`; AWS has removed `CLAIR`.',
        },
        {
          value: 'REGISTRY_POLICY_SCOPE',
          documentation: 'Which actions the registry policy covers: `V2`, all actions; AWS has removed `V1`.',
        },
        {
          value: 'BLOB_MOUNTING',
          documentation:
            'Whether repositories share layers instead of storing them again: `ENABLED` or `DISABLED`. Since provider 6.29.0.',
        },
      ],
      documentation: 'Which setting.',
    },
    {
      name: 'value',
      type: 'string',
      required: true,
      dependentValues: { argument: 'name', values: ACCEPTED_VALUES_OF_SETTINGS },
      values: [
        { value: 'AWS_NATIVE', documentation: "With `BASIC_SCAN_TYPE_VERSION`: AWS's own scanner." },
        { value: 'V2', documentation: 'With `REGISTRY_POLICY_SCOPE`: every action of ECR.' },
        { value: 'ENABLED', documentation: 'With `BLOB_MOUNTING`: layers are shared between repositories.' },
        { value: 'DISABLED', documentation: 'With `BLOB_MOUNTING`: each repository stores its own layers.' },
      ],
      documentation: 'The value of the setting; which values exist depends on `name`.',
    },
    REGION_ARGUMENT,
  ],
  blocks: [],
};
