/**
 * What can be referred to where blocks of ECR take something of another service.
 * Source: documentation of hashicorp/terraform-provider-aws 6.68.0. Read 2026-11-30.
 */
import { lookUp } from '../lookUp.ts';
import { KEY_SOURCES } from '../repository/kmsKeys.ts';

export interface FittingReference {
  /** The reference without its name: a resource's type, or `data.` and a data source's type. */
  readonly type: string;
  readonly attribute: string;
  /** What it gives, as the end of a sentence. */
  readonly words: string;
}

const KEYS = KEY_SOURCES.map(({ type, arn }) => ({ type, attribute: arn, words: 'ARN of the key' }));

const SECRETS = ['aws_secretsmanager_secret', 'data.aws_secretsmanager_secret'].map((type) => {
  return { type, attribute: 'arn', words: 'ARN of the secret; its name must begin with `ecr-pullthroughcache/`' };
});

const ROLES = ['aws_iam_role', 'data.aws_iam_role'].map((type) => {
  return { type, attribute: 'arn', words: 'ARN of the role' };
});

const ACCOUNTS: readonly FittingReference[] = [
  { type: 'data.aws_caller_identity', attribute: 'account_id', words: 'number of the account' },
];

const BY_ARGUMENT: Readonly<Record<string, readonly FittingReference[]>> = {
  kms_key: KEYS,
  repository_kms_key: KEYS,
  credential_arn: SECRETS,
  custom_role_arn: ROLES,
  principal_arn: [...ROLES, { type: 'aws_iam_user', attribute: 'arn', words: 'ARN of the user' }],
  registry_id: ACCOUNTS,
};

/** The references that an argument of that name takes. */
export function fittingReferences(argument: string): readonly FittingReference[] {
  return lookUp(BY_ARGUMENT, argument) ?? [];
}
