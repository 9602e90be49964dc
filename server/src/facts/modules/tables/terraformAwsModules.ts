/**
 * Inputs and outputs of terraform-aws-modules/ecr/aws in all releases.
 * Source: the variables and outputs of each tag of github.com/terraform-aws-modules/terraform-aws-ecr. Read 2026-11-30.
 */

/** name | type | default, empty where one must be given | since | until, the first release without it | what it is */
export const TERRAFORM_AWS_MODULES_INPUTS = `
attach_repository_policy | bool | true | 1.3.2 | | Whether the private repository gets a repository policy.
create | bool | true | 1.0.0 | | Whether anything is made at all.
create_lifecycle_policy | bool | true | 1.3.0 | | Whether the private repository gets a lifecycle policy.
create_registry_policy | bool | false | 1.0.0 | | Whether the registry gets \`registry_policy\`.
create_registry_replication_configuration | bool | false | 1.0.0 | | Whether the registry gets \`registry_replication_rules\`.
create_repository | bool | true | 1.0.0 | | Whether a repository is made, with its policies.
create_repository_policy | bool | true | 1.0.0 | | Whether the module writes the repository policy; \`repository_policy\` counts only when this is \`false\`.
manage_registry_scanning_configuration | bool | false | 1.0.0 | | Whether \`registry_scan_type\` and \`registry_scan_rules\` are applied.
public_repository_catalog_data | any | {} | 1.0.0 | 3.0.0 | What the public gallery shows.
public_repository_catalog_data | object({ about_text = optional(string), architectures = optional(list(string)), description = optional(string), logo_image_blob = optional(string), operating_systems = optional(list(string)), usage_text = optional(string) }) | null | 3.0.0 | | What the public gallery shows.
region | string | null | 3.0.0 | | The AWS region of all resources.
registry_policy | string | null | 1.0.0 | | The policy of the registry as JSON text; counts only with \`create_registry_policy = true\`.
registry_pull_through_cache_rules | map(map(string)) | {} | 1.0.0 | 3.0.0 | Pull through cache rules by name, with \`ecr_repository_prefix\` and \`upstream_registry_url\`.
registry_pull_through_cache_rules | map(object({ ecr_repository_prefix = string, upstream_registry_url = string, credential_arn = optional(string), custom_role_arn = optional(string), upstream_repository_prefix = optional(string), region = optional(string) })) | {} | 3.0.0 | | Pull through cache rules by name, with \`ecr_repository_prefix\` and \`upstream_registry_url\`.
registry_replication_rules | any | [] | 1.0.0 | 3.0.0 | Which repositories are copied where; counts only with \`create_registry_replication_configuration = true\`.
registry_replication_rules | list(object({ destinations = list(object({ region = string, registry_id = string })), repository_filters = optional(list(object({ filter = string, filter_type = string }))) })) | null | 3.0.0 | | Which repositories are copied where; counts only with \`create_registry_replication_configuration = true\`.
registry_scan_rules | any | [] | 1.0.0 | 3.0.0 | How often which repositories are scanned; counts only with \`manage_registry_scanning_configuration = true\`.
registry_scan_rules | list(object({ scan_frequency = string, filter = list(object({ filter = string, filter_type = optional(string) })) })) | null | 3.0.0 | | How often which repositories are scanned; counts only with \`manage_registry_scanning_configuration = true\`.
registry_scan_type | string | "ENHANCED" | 1.0.0 | | Who scans the registry; \`ENHANCED\` is billed by Amazon Inspector.
repository_encryption_type | string | null | 1.0.0 | | Who encrypts the images; left out, AES256.
repository_force_delete | bool | null | 1.4.0 | | Lets Terraform delete the repository even if it contains images.
repository_image_scan_on_push | bool | true | 1.0.0 | | Scans each image once it has been pushed.
repository_image_tag_mutability | string | "IMMUTABLE" | 1.0.0 | | Whether a tag can be pushed again.
repository_image_tag_mutability_exclusion_filter | list(object({ filter = string, filter_type = string })) | null | 3.0.0 | | Tags that are exempt: a list of objects with \`filter\` and \`filter_type = "WILDCARD"\`, both needed.
repository_kms_key | string | null | 1.0.0 | | The ARN of the KMS key; needs \`repository_encryption_type = "KMS"\`.
repository_lambda_read_access_arns | list(string) | [] | 1.6.0 | | The ARNs of Lambda functions (not of their roles) that may pull.
repository_lifecycle_policy | string | "" | 1.0.0 | | The lifecycle policy as JSON text: best written with \`jsonencode\`. Left out, the module sends an empty text, which AWS refuses; \`create_lifecycle_policy = false\` turns the policy off.
repository_name | string | "" | 1.0.0 | | The name of the repository.
repository_policy | string | null | 1.0.0 | | A repository policy of your own as JSON text; counts only with \`create_repository_policy = false\`.
repository_policy_statements | any | {} | 1.7.0 | 3.0.0 | More statements for the repository policy, by key: \`actions\`, \`effect\`, \`principals = [{ type, identifiers }]\`, \`conditions = [{ test, variable, values }]\`. Unknown keys are dropped without a word.
repository_policy_statements | map(object({ sid = optional(string), actions = optional(list(string)), not_actions = optional(list(string)), effect = optional(string), resources = optional(list(string)), not_resources = optional(list(string)), principals = optional(list(object({ type = string, identifiers = list(string) }))), not_principals = optional(list(object({ type = string, identifiers = list(string) }))), conditions = optional(list(object({ test = string, values = list(string), variable = string }))) })) | null | 3.0.0 | | More statements for the repository policy, by key: \`actions\`, \`effect\`, \`principals = [{ type, identifiers }]\`, \`conditions = [{ test, variable, values }]\`. Unknown keys are dropped without a word.
repository_read_access_arns | list(string) | [] | 1.0.0 | | The ARNs of principals that may pull.
repository_read_write_access_arns | list(string) | [] | 1.0.0 | | The ARNs of principals that may pull and push.
repository_type | string | "private" | 1.0.0 | | Whether the repository is private or public; any other text makes neither.
tags | map(string) | {} | 1.0.0 | | Resource tags.
`;

/** name | since | until | what it is */
export const TERRAFORM_AWS_MODULES_OUTPUTS = `
repository_arn | 1.0.0 | | The ARN of the repository.
repository_name | 2.2.0 | | The name of the repository.
repository_registry_id | 1.0.0 | | The account of the registry.
repository_url | 1.0.0 | | Where images are pushed to and pulled from, without a tag.
`;
