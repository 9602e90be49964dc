/**
 * The attributes of KMS objects that are ARNs of a key, and those that are not. Source:
 * hashicorp/terraform-provider-aws 6.68.0, documentation of `aws_kms_key`, `aws_kms_external_key`,
 * `aws_kms_replica_key`, `aws_kms_alias`, resources and data sources; cloudposse/terraform-aws-ecr 85 for what a key id
 * and the ARN of an alias do. Read 2026-11-22.
 */

/** The objects that can be referred to when a key is required. */
export interface KeySource {
  /** The reference without its name: a resource's type, or `data.` and a data source's type. */
  readonly type: string;
  /** Attributes that are a key's id, an alias, or the ARN of an alias. */
  readonly notArn: readonly string[];
  /** The attribute that is the key's ARN. */
  readonly arn: string;
}

const KEY = { notArn: ['id', 'key_id'], arn: 'arn' } as const;

export const KEY_SOURCES: readonly KeySource[] = [
  { type: 'aws_kms_key', ...KEY },
  { type: 'aws_kms_external_key', notArn: ['id'], arn: 'arn' },
  { type: 'aws_kms_replica_key', ...KEY },
  { type: 'aws_kms_alias', notArn: ['id', 'name', 'arn'], arn: 'target_key_arn' },
  { type: 'data.aws_kms_key', notArn: ['id'], arn: 'arn' },
  { type: 'data.aws_kms_alias', notArn: ['name', 'arn', 'target_key_id'], arn: 'target_key_arn' },
];
