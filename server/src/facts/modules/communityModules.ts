/**
 * Inputs and outputs of the modules for ECR that most people call.
 * Source: `variables.tf` and `outputs.tf` of terraform-aws-modules/terraform-aws-ecr 3.2.0 and
 * cloudposse/terraform-aws-ecr 1.0.0. Read 2026-11-22.
 */

import type { EnumerationValue } from '../enumeration.ts';
import type { ArgumentFact, ArgumentType, AttributeFact } from '../provider/resourceSchema.ts';
import { IMAGE_TAG_MUTABILITIES } from '../repository/imageTagMutability.ts';
import { ENCRYPTION_TYPES } from '../repository/repositoryArguments.ts';

export interface ModuleFact {
  readonly source: RegExp;
  readonly inputs: readonly ArgumentFact[];
  readonly outputs: readonly AttributeFact[];
}

interface InputOptions {
  readonly values?: readonly EnumerationValue[];
  readonly defaultValue?: string;
  readonly role?: 'lifecycle-policy';
}

function input(name: string, type: ArgumentType, documentation: string, options: InputOptions = {}): ArgumentFact {
  return { name, type, required: false, documentation, ...options };
}

const YES = { defaultValue: 'true' };
const NO = { defaultValue: 'false' };

const MUTABILITY = { values: IMAGE_TAG_MUTABILITIES, defaultValue: '"IMMUTABLE"' };

const TERRAFORM_AWS_MODULES: ModuleFact = {
  source: /(^|\/)terraform-aws-modules\/(ecr\/aws|terraform-aws-ecr(\.git)?)(\?|$)/,
  inputs: [
    input('repository_name', 'string', 'The name of the repository.', { defaultValue: '""' }),
    input(
      'repository_lifecycle_policy',
      'string',
      'The lifecycle policy as JSON text: best written with `jsonencode`. Left out, the module sends an empty text, which AWS refuses; `create_lifecycle_policy = false` turns the policy off.',
      { role: 'lifecycle-policy', defaultValue: '""' },
    ),
    input('repository_image_tag_mutability', 'string', 'Whether a tag can be pushed again.', MUTABILITY),
    input(
      'repository_image_tag_mutability_exclusion_filter',
      'expression',
      'Tags that are exempt: a list of objects with `filter` and `filter_type = "WILDCARD"`. Since 3.0.0.',
    ),
    input('repository_image_scan_on_push', 'boolean', 'Scans each image once it has been pushed.', YES),
    input('repository_encryption_type', 'string', 'Who encrypts the images.', { values: ENCRYPTION_TYPES }),
    input('repository_kms_key', 'string', 'The ARN of the KMS key.'),
    input('repository_force_delete', 'boolean', 'Lets Terraform delete the repository with images in it.'),
    input('repository_type', 'string', 'Whether the repository is private or public.', {
      defaultValue: '"private"',
      values: [
        { value: 'private', documentation: 'A private repository.' },
        { value: 'public', documentation: 'A public one; its lifecycle policy is ignored.' },
      ],
    }),
    input('repository_read_access_arns', 'string-list', 'The ARNs of principals that may pull.'),
    input('repository_read_write_access_arns', 'string-list', 'The ARNs of principals that may pull and push.'),
    input('repository_lambda_read_access_arns', 'string-list', 'The ARNs of Lambda functions that may pull.'),
    input('repository_policy', 'string', 'An IAM policy of your own as JSON text, in place of the one of the module.'),
    input('repository_policy_statements', 'expression', 'More statements for the IAM policy.'),
    input('create', 'boolean', 'Whether anything is made at all.', YES),
    input('create_repository', 'boolean', 'Whether a repository is made.', YES),
    input('create_repository_policy', 'boolean', 'Whether the module writes the IAM policy.', YES),
    input('attach_repository_policy', 'boolean', 'Whether the repository gets an IAM policy.', YES),
    input('create_lifecycle_policy', 'boolean', 'Whether the repository gets a lifecycle policy.', YES),
    input('public_repository_catalog_data', 'expression', 'What the public gallery shows.'),
    input('create_registry_policy', 'boolean', 'Whether the registry gets an IAM policy.', NO),
    input('registry_policy', 'string', 'The IAM policy of the registry as JSON text.'),
    input('registry_pull_through_cache_rules', 'expression', 'Pull through cache rules by name.'),
    input('manage_registry_scanning_configuration', 'boolean', 'Whether scanning of the registry is set.', NO),
    input('registry_scan_type', 'string', 'Who scans the registry.', {
      defaultValue: '"ENHANCED"',
      values: [
        { value: 'ENHANCED', documentation: 'Amazon Inspector.' },
        { value: 'BASIC', documentation: 'The packages of the operating system, free of charge.' },
      ],
    }),
    input('registry_scan_rules', 'expression', 'How often which repositories are scanned.'),
    input('create_registry_replication_configuration', 'boolean', 'Whether replication is set.', NO),
    input('registry_replication_rules', 'expression', 'Which repositories are copied where.'),
    input('region', 'string', 'The AWS region. Since 3.0.0.'),
    input('tags', 'string-map', 'Resource tags.'),
  ],
  outputs: [
    { name: 'repository_name', documentation: 'The name of the repository.' },
    { name: 'repository_url', documentation: 'Where images are pushed to and pulled from, without a tag.' },
    { name: 'repository_arn', documentation: 'The ARN of the repository.' },
    { name: 'repository_registry_id', documentation: 'The account of the registry.' },
  ],
};

const CLOUDPOSSE: ModuleFact = {
  source: /(^|\/)cloudposse\/(ecr\/aws|terraform-aws-ecr(\.git)?)(\?|$)/,
  inputs: [
    input('name', 'string', "The last part of the name, as cloudposse's label module makes it."),
    input('namespace', 'string', 'The first part of the name.'),
    input('stage', 'string', 'A part of the name, such as `prod`.'),
    input('environment', 'string', 'A part of the name.'),
    input('tenant', 'string', 'A part of the name.'),
    input('attributes', 'string-list', 'More parts of the name.'),
    input('use_fullname', 'boolean', 'Whether the name has all parts, or `name` alone.', YES),
    input('image_names', 'string-list', 'A repository for each of these names, in place of the one.'),
    input('image_tag_mutability', 'string', 'Whether a tag can be pushed again.', MUTABILITY),
    input(
      'image_tag_mutability_exclusion_filter',
      'expression',
      'Tags that are exempt: a list of objects with `filter`. Since 1.0.0.',
    ),
    input('scan_images_on_push', 'boolean', 'Scans each image once it has been pushed.', YES),
    input('encryption_configuration', 'expression', 'An object with `encryption_type` and `kms_key`.'),
    input('force_delete', 'boolean', 'Lets Terraform delete the repository with images in it.', NO),
    input('enable_lifecycle_policy', 'boolean', 'Whether the repository gets a lifecycle policy.', YES),
    input(
      'max_image_count',
      'number',
      'How many images the last rule of the policy keeps; days with `time_based_rotation`.',
      { defaultValue: '500' },
    ),
    input('time_based_rotation', 'boolean', 'Whether `max_image_count` means days. Since release 0.41.1.', NO),
    input(
      'protected_tags',
      'string-list',
      'Beginnings of tags, or patterns with `*`: a rule keeps the images of each.',
    ),
    input('protected_tags_keep_count', 'number', 'How many images of each protected tag stay.', {
      defaultValue: '999999',
    }),
    input(
      'custom_lifecycle_rules',
      'expression',
      "Rules as in the JSON, without `rulePriority`: the module numbers them, behind those of the protected tags. A rule for `any` clashes with the module's own.",
    ),
    input(
      'default_lifecycle_rules_settings',
      'expression',
      'Turns off the rules of the module: `{ remove_old_image_rule = { enabled = false } }`. Since 0.44.0.',
    ),
    input('principals_full_access', 'string-list', 'The ARNs of principals that may do everything.'),
    input('principals_push_access', 'string-list', 'The ARNs of principals that may push.'),
    input('principals_readonly_access', 'string-list', 'The ARNs of principals that may pull.'),
    input('principals_lambda', 'string-list', 'The accounts whose Lambda functions may pull.'),
    input('organizations_readonly_access', 'string-list', 'The organizations whose accounts may pull.'),
    input('replication_configurations', 'expression', 'Which repositories are copied where.'),
    input('enabled', 'boolean', 'Whether anything is made at all.', YES),
    input('tags', 'string-map', 'Resource tags.'),
  ],
  outputs: [
    { name: 'repository_url', documentation: 'Where images are pushed to and pulled from; of the first repository.' },
    { name: 'repository_name', documentation: 'The name of the first repository.' },
    { name: 'repository_arn', documentation: 'The ARN of the first repository.' },
    { name: 'registry_id', documentation: 'The account of the registry.' },
    { name: 'repository_url_map', documentation: 'The URLs by name of the repository.' },
    { name: 'repository_arn_map', documentation: 'The ARNs by name of the repository.' },
  ],
};

/** The modules that something is known of. */
export const COMMUNITY_MODULES: readonly ModuleFact[] = [TERRAFORM_AWS_MODULES, CLOUDPOSSE];

/** What is known of the module of a `source`, or undefined. */
export function moduleFact(source: string): ModuleFact | undefined {
  return COMMUNITY_MODULES.find((fact) => fact.source.test(source));
}
