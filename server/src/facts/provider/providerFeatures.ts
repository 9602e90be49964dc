/**
 * Features of later releases of the AWS provider, except the types, arguments and blocks whose own facts have their
 * release. Source: changelog of hashicorp/terraform-provider-aws: 5.83.0 (#40828), 6.11.0 (#44041), 6.28.0 (#45720,
 * #45752), 6.29.0 (#45909, #46092); exclusion filters 6.8.0 (#43642). Only features pinned to one release are listed.
 * Read 2026-11-22.
 */
import { POLICY_DOCUMENT_TYPE } from '../lifecycle/policyDocument.ts';

type BlockKind = 'resource' | 'data' | 'ephemeral';

/** An argument anywhere in the block, or some of its values, and the first release that accepts them. */
export interface ArgumentFeature {
  readonly block: BlockKind;
  readonly type: string;
  readonly since: string;
  readonly argument: string;
  /** Null for the argument itself, whatever its value. */
  readonly values: readonly string[] | null;
  /** The first release in which it also takes effect. */
  readonly worksSince?: string;
}

const REPOSITORY = { block: 'resource', type: 'aws_ecr_repository' } as const;
const TEMPLATE = { block: 'resource', type: 'aws_ecr_repository_creation_template' } as const;
const ACCOUNT_SETTING = { block: 'resource', type: 'aws_ecr_account_setting' } as const;
const DOCUMENT = { block: 'data', type: POLICY_DOCUMENT_TYPE } as const;

/** The first release whose data source accepts the archive's arguments. */
export const ARCHIVE_SINCE = '6.28.0';

/** The first release whose data source writes the archive's arguments; 6.28.0 accepted and dropped them (#45866). */
export const ARCHIVE_WRITTEN_SINCE = '6.29.0';

export const ARGUMENT_FEATURES: readonly ArgumentFeature[] = [
  {
    ...REPOSITORY,
    argument: 'image_tag_mutability',
    values: ['IMMUTABLE_WITH_EXCLUSION', 'MUTABLE_WITH_EXCLUSION'],
    since: '6.8.0',
  },
  { ...TEMPLATE, argument: 'applied_for', values: ['CREATE_ON_PUSH'], since: '6.28.0' },
  { ...ACCOUNT_SETTING, argument: 'name', values: ['REGISTRY_POLICY_SCOPE'], since: '5.83.0' },
  { ...ACCOUNT_SETTING, argument: 'name', values: ['BLOB_MOUNTING'], since: '6.29.0' },
  { ...DOCUMENT, argument: 'storage_class', values: null, since: ARCHIVE_SINCE, worksSince: ARCHIVE_WRITTEN_SINCE },
  {
    ...DOCUMENT,
    argument: 'target_storage_class',
    values: null,
    since: ARCHIVE_SINCE,
    worksSince: ARCHIVE_WRITTEN_SINCE,
  },
  {
    ...DOCUMENT,
    argument: 'count_type',
    values: ['sinceImagePulled', 'sinceImageTransitioned'],
    since: ARCHIVE_SINCE,
  },
];

/** Resources with an identity for import blocks, and the first release that has it. */
export const IDENTITY_SINCE = '6.11.0';
/** The required key of each identity, which names the object. */
export const IDENTITY_KEYS: ReadonlyMap<string, string> = new Map([
  ['aws_ecr_repository', 'name'],
  ['aws_ecr_lifecycle_policy', 'repository'],
  ['aws_ecr_repository_policy', 'repository'],
]);
/** The optional keys of every identity: where the object is. */
export const IDENTITY_PLACE_KEYS: readonly string[] = ['account_id', 'region'];
export const IDENTITY_TYPES: readonly string[] = [...IDENTITY_KEYS.keys()];

/**
 * The release in which `most_recent` of `aws_ecr_image` asks for the tag `latest`, and the one that fixed it. Source:
 * hashicorp/terraform-provider-aws #35263, #35268, #35269. Read 2026-11-30.
 */
export const MOST_RECENT_BROKEN = { release: '5.32.0', fixed: '5.32.1' };
