/**
 * Unexpected ways in which modules treat their inputs. Source: `main.tf`, `variables.tf` and change logs of each
 * module; issues of cloudposse/terraform-aws-ecr 148 and 158, of terraform-aws-modules/terraform-aws-ecr 21, 22, 35, 38
 * and 53. Read 2026-11-29.
 */

import type { CountType } from '../lifecycle/ruleValues.ts';
import type { KnownModuleId } from './knownModules.ts';

/** Inputs that only have an effect while another one turns them on. */
export interface Gate {
  readonly gate: string;
  /** The value of the gate that activates the inputs. */
  readonly needs: boolean;
  readonly inputs: readonly string[];
}

const STATEMENT_GATE: Gate = { gate: 'create_repository_policy', needs: false, inputs: ['repository_policy'] };

export const GATES: Readonly<Partial<Record<KnownModuleId, readonly Gate[]>>> = {
  'terraform-aws-modules': [
    STATEMENT_GATE,
    { gate: 'create_registry_policy', needs: true, inputs: ['registry_policy'] },
    {
      gate: 'create_registry_replication_configuration',
      needs: true,
      inputs: ['registry_replication_rules'],
    },
    {
      gate: 'manage_registry_scanning_configuration',
      needs: true,
      inputs: ['registry_scan_type', 'registry_scan_rules'],
    },
  ],
  'repository-template': [
    STATEMENT_GATE,
    { gate: 'create_pull_through_cache_rule', needs: true, inputs: ['credential_arn', 'upstream_registry_url'] },
  ],
  lgallard: [
    { gate: 'enable_pull_through_cache', needs: true, inputs: ['pull_through_cache_rules'] },
    { gate: 'enable_replication', needs: true, inputs: ['replication_regions'] },
    { gate: 'enable_registry_scanning', needs: true, inputs: ['registry_scan_type', 'registry_scan_filters'] },
    { gate: 'enable_repository_creation_templates', needs: true, inputs: ['repository_creation_templates'] },
  ],
};

/** Inputs of terraform-aws-modules that have no effect on a public repository. */
export const PRIVATE_ONLY: readonly string[] = [
  'repository_image_tag_mutability',
  'repository_image_tag_mutability_exclusion_filter',
  'repository_encryption_type',
  'repository_kms_key',
  'repository_image_scan_on_push',
  'repository_force_delete',
  'repository_lambda_read_access_arns',
];

/** Inputs that take a document as JSON text, by module. */
export const TEXT_DOCUMENTS: Readonly<Partial<Record<KnownModuleId, readonly string[]>>> = {
  'terraform-aws-modules': ['repository_lifecycle_policy', 'repository_policy', 'registry_policy'],
  'repository-template': ['lifecycle_policy', 'repository_policy'],
  lgallard: ['lifecycle_policy', 'policy'],
};

/** The convenience inputs of lgallard, which the policy itself and the template override. */
export const LIFECYCLE_HELPERS: readonly string[] = [
  'lifecycle_keep_latest_n_images',
  'lifecycle_expire_untagged_after_days',
  'lifecycle_expire_tagged_after_days',
  'lifecycle_tag_prefixes_to_keep',
];

/** The keys of a statement of terraform-aws-modules; others are silently dropped. */
export const STATEMENT_KEYS: readonly string[] = [
  'sid',
  'actions',
  'not_actions',
  'effect',
  'resources',
  'not_resources',
  'principals',
  'not_principals',
  'conditions',
];

/** The allowed values of an input, unless other tables list them. */
export interface InputValues {
  readonly input: string;
  readonly values: readonly string[];
  /** The first release that rejects others, and the first that does not do so any more. */
  readonly since?: string;
  readonly until?: string;
  /** What happens to another value. */
  readonly effect: string;
}

const REFUSED = 'the plan fails ("Invalid value for variable")';

export const INPUT_VALUES: Readonly<Partial<Record<KnownModuleId, readonly InputValues[]>>> = {
  'terraform-aws-modules': [
    {
      input: 'repository_type',
      values: ['private', 'public'],
      effect: 'with any other text the module creates nothing',
    },
  ],
  lgallard: [
    {
      input: 'lifecycle_policy_template',
      values: ['development', 'production', 'cost_optimization', 'compliance'],
      effect: REFUSED,
    },
    { input: 'encryption_type', values: ['AES256', 'KMS'], since: '0.4.1', effect: REFUSED },
    {
      input: 'image_tag_mutability',
      values: ['MUTABLE', 'IMMUTABLE'],
      since: '0.4.1',
      until: '1.3.1',
      effect: REFUSED,
    },
  ],
};

/** The first release of cloudposse whose custom rules accept each count type; null when none does. */
export const CUSTOM_RULE_COUNT_TYPES: Readonly<Record<CountType, string | null>> = {
  imageCountMoreThan: '0.0.0',
  sinceImagePushed: '0.0.0',
  sinceImagePulled: null,
  sinceImageTransitioned: '1.0.1',
};

/** The replacements of removed inputs. */
export const RENAMED_INPUTS: Readonly<Partial<Record<KnownModuleId, Readonly<Record<string, string>>>>> = {
  cloudposse: { roles: 'principals_full_access' },
};

/** The new names of renamed outputs. */
export const RENAMED_OUTPUTS: Readonly<Partial<Record<KnownModuleId, Readonly<Record<string, string>>>>> = {
  cloudposse: { registry_url: 'repository_url' },
  lgallard: { name: 'repository_name', arn: 'repository_arn' },
};

/** Removed inputs whose value became a key of an object. */
export const WRAPPED_INPUTS: Readonly<
  Partial<Record<KnownModuleId, Readonly<Record<string, { readonly input: string; readonly key: string }>>>>
> = {
  lgallard: { timeouts_delete: { input: 'timeouts', key: 'delete' } },
};

/** Names that people write for an input when the module has a different one. */
export const OTHER_NAMES: Readonly<Partial<Record<KnownModuleId, Readonly<Record<string, string>>>>> = {
  'terraform-aws-modules': {
    name: 'repository_name',
    image_tag_mutability: 'repository_image_tag_mutability',
    image_tag_mutability_exclusion_filter: 'repository_image_tag_mutability_exclusion_filter',
    scan_on_push: 'repository_image_scan_on_push',
    image_scan_on_push: 'repository_image_scan_on_push',
    repository_scan_on_push: 'repository_image_scan_on_push',
    force_delete: 'repository_force_delete',
    encryption_type: 'repository_encryption_type',
    kms_key: 'repository_kms_key',
    lifecycle_policy: 'repository_lifecycle_policy',
    policy: 'repository_policy',
  },
  cloudposse: {
    scan_on_push: 'scan_images_on_push',
    image_scan_on_push: 'scan_images_on_push',
    principals_pull_through_access: 'principals_pull_though_access',
  },
  lgallard: { image_tag_mutability_exclusion_filter: 'image_tag_mutability_exclusion_filters' },
};
