/**
 * What the id of each type is in an import block.
 * Source: documentation of hashicorp/terraform-provider-aws 6.68.0, "Import" of each resource. Read 2026-11-30.
 */

/** The id as an argument of the resource, or as its account. */
export type ImportId =
  | { readonly kind: 'repository' | 'prefix' | 'setting' | 'principal'; readonly argument: string }
  | { readonly kind: 'account' };

export const IMPORT_IDS: Readonly<Record<string, ImportId>> = {
  aws_ecr_repository: { kind: 'repository', argument: 'name' },
  aws_ecr_lifecycle_policy: { kind: 'repository', argument: 'repository' },
  aws_ecr_repository_policy: { kind: 'repository', argument: 'repository' },
  aws_ecrpublic_repository: { kind: 'repository', argument: 'repository_name' },
  aws_ecrpublic_repository_policy: { kind: 'repository', argument: 'repository_name' },
  aws_ecr_pull_through_cache_rule: { kind: 'prefix', argument: 'ecr_repository_prefix' },
  aws_ecr_repository_creation_template: { kind: 'prefix', argument: 'prefix' },
  aws_ecr_account_setting: { kind: 'setting', argument: 'name' },
  aws_ecr_pull_time_update_exclusion: { kind: 'principal', argument: 'principal_arn' },
  aws_ecr_registry_policy: { kind: 'account' },
  aws_ecr_registry_scanning_configuration: { kind: 'account' },
  aws_ecr_replication_configuration: { kind: 'account' },
};

/** A type's id, as messages describe it. */
export const IMPORT_ID_WORDS: Readonly<Record<ImportId['kind'], string>> = {
  repository: 'name of the repository',
  prefix: 'prefix',
  setting: 'name of the setting',
  principal: 'ARN of the principal',
  account: 'account of the registry, twelve digits',
};
