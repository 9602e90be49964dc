/**
 * Arguments and blocks of `aws_ecr_repository`.
 * Source: hashicorp/terraform-provider-aws 6.68.0, `internal/service/ecr/repository.go`, its documentation and
 * changelog; Amazon ECR API (botocore 1.43.67). Read 2026-11-30.
 */
import type { EnumerationValue } from '../enumeration.ts';
import { REGION_ARGUMENT } from '../provider/metaArguments.ts';
import type { ArgumentFact, BlockFact, ResourceFact } from '../provider/resourceSchema.ts';
import { IMAGE_TAG_MUTABILITIES } from './imageTagMutability.ts';

export const ENCRYPTION_TYPES: readonly EnumerationValue[] = [
  {
    value: 'AES256',
    documentation: 'Amazon S3 encrypts with its own keys, free of charge. The default. `kms_key` must be absent.',
  },
  {
    value: 'KMS',
    documentation:
      'AWS KMS encrypts, with the key of `kms_key` or, when that is left out, the AWS managed key `aws/ecr`.',
  },
  {
    value: 'KMS_DSSE',
    documentation:
      'Two layers of encryption with AWS KMS, for rules that demand it. The key is chosen as for `KMS`. In the API since June 2024.',
  },
];

export const FILTER_TYPES: readonly EnumerationValue[] = [
  { value: 'WILDCARD', documentation: 'The only type: `*` in `filter` matches any run of characters.' },
];

export const MUTABILITY_ARGUMENT: ArgumentFact = {
  name: 'image_tag_mutability',
  type: 'string',
  required: false,
  defaultValue: '"MUTABLE"',
  values: IMAGE_TAG_MUTABILITIES,
  documentation:
    'Whether a tag can be pushed again. Changed in place; a pipeline that pushes `latest` again breaks when it becomes `IMMUTABLE`.',
};

export const EXCLUSION_FILTER_BLOCK: BlockFact = {
  name: 'image_tag_mutability_exclusion_filter',
  maximum: 5,
  since: '6.8.0',
  documentation:
    'Tags that are exempt from `image_tag_mutability`. Only with `IMMUTABLE_WITH_EXCLUSION` or `MUTABLE_WITH_EXCLUSION`, and then at least one is needed.',
  arguments: [
    {
      name: 'filter',
      type: 'string',
      required: true,
      documentation:
        'Which tags: 1 to 128 letters, digits and `.` `_` `-`, with at most two `*`, each for any run of characters (`latest`, `dev-*`).',
    },
    {
      name: 'filter_type',
      type: 'string',
      required: true,
      values: FILTER_TYPES,
      documentation: 'How `filter` is read.',
    },
  ],
  blocks: [],
};

export const SCANNING_BLOCK: BlockFact = {
  name: 'image_scanning_configuration',
  maximum: 1,
  since: '2.34.0',
  documentation:
    'Scanning of this repository. The registry-wide `aws_ecr_registry_scanning_configuration` is what AWS recommends today. Removing a block with `scan_on_push = true` turns scanning off.',
  arguments: [
    {
      name: 'scan_on_push',
      type: 'boolean',
      required: true,
      documentation: 'Scans each image for known vulnerabilities once it has been pushed.',
    },
  ],
  blocks: [],
};

export const ENCRYPTION_BLOCK: BlockFact = {
  name: 'encryption_configuration',
  maximum: 1,
  ignoresOthers: true,
  forcesReplacement: true,
  documentation:
    'Encryption of the images at rest. Only the first block counts. Removing a block with `AES256` changes nothing; one with a key has to be replaced with the repository.',
  arguments: [
    {
      name: 'encryption_type',
      type: 'string',
      required: false,
      defaultValue: '"AES256"',
      forcesReplacement: true,
      values: ENCRYPTION_TYPES,
      documentation: 'Who encrypts.',
    },
    {
      name: 'kms_key',
      type: 'string',
      required: false,
      defaultValue: 'the AWS managed key',
      forcesReplacement: true,
      documentation:
        'The **ARN** of the KMS key. With a key id or an alias the plan replaces the repository each time. AWS refuses it with `AES256`.',
    },
  ],
  blocks: [],
};

const TIMEOUTS_BLOCK: BlockFact = {
  name: 'timeouts',
  maximum: 1,
  documentation: 'How long Terraform waits.',
  arguments: [
    {
      name: 'delete',
      type: 'string',
      required: false,
      defaultValue: '"20m"',
      documentation: 'How long the deletion may take, as a duration such as `"30m"`.',
    },
  ],
  blocks: [],
};

export const REPOSITORY: ResourceFact = {
  type: 'aws_ecr_repository',
  documentation:
    'A private repository of container images. Without an `aws_ecr_lifecycle_policy` it keeps every image that was ever pushed.',
  arguments: [
    {
      name: 'name',
      type: 'string',
      required: true,
      forcesReplacement: true,
      documentation:
        'The name, 2 to 256 characters: lowercase letters and digits, separated by single `.` `_` `-`, with `/` between namespaces. The provider does not check it, AWS does on apply.',
    },
    MUTABILITY_ARGUMENT,
    {
      name: 'force_delete',
      type: 'boolean',
      required: false,
      defaultValue: 'false',
      since: '4.22.0',
      documentation:
        'Lets Terraform delete the repository even if it contains images. It must have been applied before the destroy; together with a change of `name` or encryption it deletes every image.',
    },
    {
      name: 'tags',
      type: 'string-map',
      required: false,
      documentation:
        'Resource tags, at most 50. They are merged with the `default_tags` of the provider and override them.',
    },
    REGION_ARGUMENT,
  ],
  blocks: [SCANNING_BLOCK, ENCRYPTION_BLOCK, EXCLUSION_FILTER_BLOCK, TIMEOUTS_BLOCK],
};
