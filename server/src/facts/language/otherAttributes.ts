/**
 * Attributes of other services' blocks that code around ECR uses. Source: documentation of
 * hashicorp/terraform-provider-aws 6.68.0. Read 2026-11-30.
 */
import { lookUp } from '../lookUp.ts';

const ATTRIBUTES: Readonly<Record<string, string>> = {
  aws_iam_policy: 'arn id name policy_id',
  aws_iam_role: 'arn id name unique_id',
  aws_iam_user: 'arn id name unique_id',
  aws_kms_alias: 'arn id name target_key_arn target_key_id',
  aws_kms_external_key: 'arn id key_state',
  aws_kms_key: 'arn id key_id',
  aws_kms_replica_key: 'arn id key_id',
  aws_lambda_function: 'arn function_name invoke_arn qualified_arn version',
  aws_s3_bucket: 'arn bucket id',
  aws_secretsmanager_secret: 'arn id name',
  aws_secretsmanager_secret_version: 'arn id version_id',
  'data.aws_caller_identity': 'account_id arn id user_id',
  'data.aws_iam_policy_document': 'json minified_json',
  'data.aws_iam_role': 'arn id name',
  'data.aws_kms_alias': 'arn name target_key_arn target_key_id',
  'data.aws_kms_key': 'arn id key_id',
  'data.aws_organizations_organization': 'arn id master_account_id',
  'data.aws_partition': 'dns_suffix id partition',
  'data.aws_region': 'description id region',
  'data.aws_secretsmanager_secret': 'arn id name',
};

/** The known attributes of a type (`aws_kms_key`, `data.aws_region`). */
export function otherAttributes(type: string): readonly string[] {
  return lookUp(ATTRIBUTES, type)?.split(' ') ?? [];
}
