/**
 * Inputs and outputs of terraform-aws-modules/ecr/aws//modules/repository-template in all releases.
 * Source: the variables and outputs of each tag of github.com/terraform-aws-modules/terraform-aws-ecr. Read 2026-11-30.
 */

/** name | type | default, empty where one must be given | since | until, the first release without it | what it is */
export const REPOSITORY_TEMPLATE_INPUTS = `
applied_for | list(string) | ["PULL_THROUGH_CACHE"] | 2.3.0 | | What creates the repositories: \`PULL_THROUGH_CACHE\`, \`REPLICATION\`, \`CREATE_ON_PUSH\`.
create | bool | true | 2.3.0 | | Whether anything is made at all.
create_iam_role | bool | true | 2.3.0 | | Whether the module makes the role that KMS and tags need.
create_pull_through_cache_rule | bool | false | 2.3.0 | | Whether a pull through cache rule is made for the prefix.
create_repository_policy | bool | true | 2.3.0 | | Whether the module writes the repository policy.
credential_arn | string | null | 2.3.0 | | The ARN of the secret for the upstream registry; counts only with \`create_pull_through_cache_rule = true\`.
custom_role_arn | string | null | 2.3.0 | | The ARN of a role of your own; ignored where the module makes one.
description | string | null | 2.3.0 | | What the template is for.
encryption_type | string | "AES256" | 2.3.0 | | Who encrypts the images.
iam_role_description | string | null | 2.3.0 | | What the role is for.
iam_role_name | string | null | 2.3.0 | | The name of the role.
iam_role_path | string | null | 2.3.0 | | The path of the role.
iam_role_permissions_boundary | string | null | 2.3.0 | | The ARN of the policy that bounds the role.
iam_role_tags | map(string) | {} | 2.3.0 | | The tags of the role.
iam_role_use_name_prefix | bool | true | 2.3.0 | | Whether the name of the role is a prefix.
image_tag_mutability | string | "IMMUTABLE" | 2.3.0 | | Whether a tag can be pushed again.
image_tag_mutability_exclusion_filter | list(object({ filter = string, filter_type = string })) | null | 3.1.0 | | Tags that are exempt: a list of objects with \`filter\` and \`filter_type = "WILDCARD"\`.
kms_key_arn | string | null | 2.3.0 | | The ARN of the KMS key; used only with \`encryption_type = "KMS"\`.
lifecycle_policy | string | null | 2.3.0 | | The lifecycle policy as JSON text: best written with \`jsonencode\`.
prefix | string | "" | 2.3.0 | | The prefix of the repositories that the template is for; the provider refuses an empty one.
region | string | null | 3.0.0 | | The AWS region of all resources.
repository_lambda_read_access_arns | list(string) | [] | 2.3.0 | | The ARNs of Lambda functions (not of their roles) that may pull.
repository_policy | string | null | 2.3.0 | | A repository policy of your own as JSON text; counts only with \`create_repository_policy = false\`.
repository_policy_statements | any | {} | 2.3.0 | 3.0.0 | More statements for the repository policy, by key: \`actions\`, \`effect\`, \`principals = [{ type, identifiers }]\`, \`conditions = [{ test, variable, values }]\`. Unknown keys are dropped without a word.
repository_policy_statements | map(object({ sid = optional(string), actions = optional(list(string)), not_actions = optional(list(string)), effect = optional(string), resources = optional(list(string)), not_resources = optional(list(string)), principals = optional(list(object({ type = string, identifiers = list(string) }))), not_principals = optional(list(object({ type = string, identifiers = list(string) }))), conditions = optional(list(object({ test = string, values = list(string), variable = string }))) })) | null | 3.0.0 | | More statements for the repository policy, by key: \`actions\`, \`effect\`, \`principals = [{ type, identifiers }]\`, \`conditions = [{ test, variable, values }]\`. Unknown keys are dropped without a word.
repository_read_access_arns | list(string) | [] | 2.3.0 | | The ARNs of principals that may pull.
repository_read_write_access_arns | list(string) | [] | 2.3.0 | | The ARNs of principals that may pull and push.
resource_tags | map(string) | {} | 2.3.0 | | The tags of the repositories that are created.
tags | map(string) | {} | 2.3.0 | | The tags of what the module itself makes.
upstream_registry_url | string | null | 2.3.0 | | The upstream registry; counts only with \`create_pull_through_cache_rule = true\`.
`;

/** name | since | until | what it is */
export const REPOSITORY_TEMPLATE_OUTPUTS = `
iam_role_arn | 2.3.0 | | The ARN of the role.
iam_role_name | 2.3.0 | | The name of the role.
iam_role_unique_id | 2.3.0 | | The unique id of the role.
`;
