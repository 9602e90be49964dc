/**
 * Inputs and outputs of lgallard/ecr/aws in all releases.
 * Source: the variables and outputs of each tag of github.com/lgallard/terraform-aws-ecr. Read 2026-11-30.
 */

/** name | type | default, empty where one must be given | since | until, the first release without it | what it is */
export const LGALLARD_INPUTS = `
basic_scan_type_version | string | "AWS_NATIVE" | 1.4.0 | | The version of basic scanning.
create_sns_topic | bool | false | 0.15.0 | | A setting of the topic for alarms.
default_tags_cost_center | string | null | 0.14.0 | | A setting of the tags that the module adds.
default_tags_environment | string | null | 0.14.0 | | A setting of the tags that the module adds.
default_tags_owner | string | null | 0.14.0 | | A setting of the tags that the module adds.
default_tags_project | string | null | 0.14.0 | | A setting of the tags that the module adds.
default_tags_template | string | null | 0.14.0 | | A setting of the tags that the module adds.
enable_default_tags | bool | true | 0.14.0 | | A setting of the tags that the module adds.
enable_logging | bool | false | 0.8.0 | | A setting of the logs.
enable_monitoring | bool | false | 0.15.0 | | Whether alarms are made.
enable_pull_request_rules | bool | false | 0.16.0 | | Rules for reviews of images.
enable_pull_through_cache | bool | false | 0.12.0 | | Whether \`pull_through_cache_rules\` count.
enable_registry_scanning | bool | false | 0.12.0 | | Whether the scanning of the registry is set.
enable_replication | bool | false | 0.11.0 | | Whether \`replication_regions\` count.
enable_repository_creation_templates | bool | false | 1.7.0 | | Whether \`repository_creation_templates\` count.
enable_secret_scanning | bool | false | 0.12.0 | | Whether secrets are looked for too.
enable_tag_normalization | bool | true | 0.14.0 | | A setting of the tags that the module adds.
enable_tag_validation | bool | false | 0.14.0 | | A setting of the tags that the module adds.
encryption_type | string | "AES256" | 0.3.0 | 0.4.1 | Who encrypts the images: \`AES256\` or \`KMS\`.
encryption_type | string | "AES256" | 0.4.1 | | Who encrypts the images: \`AES256\` or \`KMS\`.
force_delete | bool | false | 0.4.0 | 0.5.0 | Lets Terraform delete the repository even if it contains images.
force_delete | bool | false | 0.5.0 | 0.24.2 | Lets Terraform delete the repository even if it contains images.
force_delete | bool | false | 0.24.2 | | Lets Terraform delete the repository even if it contains images.
image_scanning_configuration | map(any) | {} | 0.1.0 | 0.4.0 | An object with \`scan_on_push\`; wins over the input of that name.
image_scanning_configuration | map(any) | {} | 0.4.0 | 0.4.2 | An object with \`scan_on_push\`; wins over the input of that name.
image_scanning_configuration | map(any) | null | 0.4.2 | 0.5.0 | An object with \`scan_on_push\`; wins over the input of that name.
image_scanning_configuration | any | null | 0.5.0 | 0.6.2 | An object with \`scan_on_push\`; wins over the input of that name.
image_scanning_configuration | object({ scan_on_push = bool }) | null | 0.6.2 | | An object with \`scan_on_push\`; wins over the input of that name.
image_tag_mutability | string | "MUTABLE" | 0.1.0 | 0.4.1 | Whether a tag can be pushed again.
image_tag_mutability | string | "MUTABLE" | 0.4.1 | | Whether a tag can be pushed again.
image_tag_mutability_exclusion_filters | list(object({ filter = string, filter_type = optional(string, "WILDCARD") })) | [] | 2.1.0 | | Tags that are exempt: a list of objects with \`filter\`.
kms_additional_principals | list(string) | [] | 0.16.2 | | A setting of the KMS key that the module makes.
kms_alias_name | string | null | 0.16.2 | | A setting of the KMS key that the module makes.
kms_custom_policy | string | null | 0.16.2 | | A setting of the KMS key that the module makes.
kms_custom_policy_statements | any | [] | 0.16.2 | 0.24.2 | A setting of the KMS key that the module makes.
kms_custom_policy_statements | list(object({ sid = optional(string), effect = string, principals = optional(object({ type = string, identifiers = list(string) })), actions = list(string), resources = optional(list(string), ["*"]), conditions = optional(list(object({ test = string, variable = string, values = list(string) })), []) })) | [] | 0.24.2 | | A setting of the KMS key that the module makes.
kms_deletion_window_in_days | number | 7 | 0.16.2 | | A setting of the KMS key that the module makes.
kms_enable_key_rotation | bool | true | 0.16.2 | | A setting of the KMS key that the module makes.
kms_key | string | null | 0.3.0 | | The ARN of the KMS key; left out with \`KMS\`, the module makes one.
kms_key_administrators | list(string) | [] | 0.16.2 | | A setting of the KMS key that the module makes.
kms_key_rotation_period | number | null | 0.16.2 | | A setting of the KMS key that the module makes.
kms_key_users | list(string) | [] | 0.16.2 | | A setting of the KMS key that the module makes.
kms_multi_region | bool | false | 0.16.2 | | A setting of the KMS key that the module makes.
kms_tags | map(string) | {} | 0.16.2 | | A setting of the KMS key that the module makes.
lifecycle_expire_tagged_after_days | number | null | 0.13.0 | | Expires every image after this many days, 1 to 3650.
lifecycle_expire_untagged_after_days | number | null | 0.13.0 | | Expires untagged images after this many days, 1 to 3650.
lifecycle_keep_latest_n_images | number | null | 0.13.0 | | Keeps this many images, 1 to 10000; with \`lifecycle_tag_prefixes_to_keep\`, of tagged ones.
lifecycle_policy | string | null | 0.1.0 | | The lifecycle policy as JSON text; wins over the template and all helpers.
lifecycle_policy_template | string | null | 0.13.0 | | A ready policy: \`development\`, \`production\`, \`cost_optimization\` or \`compliance\`; wins over the helpers.
lifecycle_tag_prefixes_to_keep | list(string) | [] | 0.13.0 | | Beginnings of tags; all in one list, so that an image must have a tag with each.
log_retention_days | number | 30 | 0.8.0 | | A setting of the logs.
manage_account_setting | bool | false | 1.4.0 | | Whether account settings are set.
monitoring_threshold_api_calls | number | 1000 | 0.15.0 | | A threshold of an alarm.
monitoring_threshold_image_pull | number | 100 | 0.28.0 | | A threshold of an alarm.
monitoring_threshold_image_push | number | 10 | 0.28.0 | | A threshold of an alarm.
monitoring_threshold_security_findings | number | 10 | 0.15.0 | | A threshold of an alarm.
monitoring_threshold_storage | number | 10 | 0.15.0 | | A threshold of an alarm.
name | string | | 0.1.0 | 0.5.0 | The name of the repository.
name | string | | 0.5.0 | | The name of the repository.
normalize_tag_values | bool | true | 0.14.0 | | A setting of the tags that the module adds.
policy | string | null | 0.1.0 | | The repository policy as JSON text.
prevent_destroy | bool | false | 0.7.0 | 0.24.2 | Protects the repository; a change of it replaces the repository.
prevent_destroy | bool | false | 0.24.2 | | Protects the repository; a change of it replaces the repository.
pull_request_rules | any | [] | 0.16.0 | 0.24.2 | Rules for reviews of images.
pull_request_rules | list(object({ name = string, type = string, enabled = bool, conditions = optional(object({ tag_patterns = optional(list(string), []), severity_threshold = optional(string, "MEDIUM"), require_scan_completion = optional(bool, true), allowed_principals = optional(list(string), []) }), {}), actions = optional(object({ require_approval_count = optional(number, 1), notification_topic_arn = optional(string), webhook_url = optional(string), block_on_failure = optional(bool, true), approval_timeout_hours = optional(number, 24) }), {}) })) | [] | 0.24.2 | | Rules for reviews of images.
pull_through_cache_rules | list(object({ ecr_repository_prefix = string, upstream_registry_url = string, credential_arn = optional(string) })) | [] | 0.12.0 | | Pull through cache rules; count only with \`enable_pull_through_cache = true\`.
registry_policy_scope | string | "V2" | 1.5.0 | | The version of registry policies; AWS no longer accepts \`V1\`.
registry_scan_filters | list(object({ name = string, values = list(string) })) | [] | 0.12.0 | | Which findings are kept; count only with \`enable_registry_scanning = true\`.
registry_scan_type | string | "ENHANCED" | 0.12.0 | | Who scans the registry; counts only with \`enable_registry_scanning = true\`.
replication_regions | list(string) | [] | 0.11.0 | | Regions that images are copied to; count only with \`enable_replication = true\`.
repository_creation_templates | list(object({ prefix = string, applied_for = list(string), custom_role_arn = optional(string), description = optional(string), encryption_configuration = optional(object({ encryption_type = optional(string, "AES256"), kms_key = optional(string) })), image_tag_mutability = optional(string, "MUTABLE"), lifecycle_policy = optional(string), repository_policy = optional(string), resource_tags = optional(map(string), {}) })) | [] | 1.7.0 | 2.1.0 | Repository creation templates; count only with \`enable_repository_creation_templates = true\`.
repository_creation_templates | list(object({ prefix = string, applied_for = list(string), custom_role_arn = optional(string), description = optional(string), encryption_configuration = optional(object({ encryption_type = optional(string, "AES256"), kms_key = optional(string) })), image_tag_mutability = optional(string, "MUTABLE"), image_tag_mutability_exclusion_filters = optional(list(object({ filter = string, filter_type = optional(string, "WILDCARD") })), []), lifecycle_policy = optional(string), repository_policy = optional(string), resource_tags = optional(map(string), {}) })) | [] | 2.1.0 | | Repository creation templates; count only with \`enable_repository_creation_templates = true\`.
required_tags | list(string) | [] | 0.14.0 | | A setting of the tags that the module adds.
scan_on_push | bool | false | 0.1.0 | 0.1.2 | Scans each image once it has been pushed.
scan_on_push | bool | true | 0.1.2 | | Scans each image once it has been pushed.
scan_repository_filters | list(string) | ["*"] | 0.12.0 | | Which repositories are scanned; count only with \`enable_registry_scanning = true\`.
sns_topic_name | string | null | 0.15.0 | | A setting of the topic for alarms.
sns_topic_subscribers | list(string) | [] | 0.15.0 | | A setting of the topic for alarms.
tag_key_case | string | "PascalCase" | 0.14.0 | | A setting of the tags that the module adds.
tags | map(string) | {} | 0.1.0 | | Resource tags.
timeouts | map(any) | {} | 0.1.0 | 0.4.0 | How long a deletion may take: \`{ delete = "20m" }\`.
timeouts | map(any) | {} | 0.4.0 | 0.5.0 | How long a deletion may take: \`{ delete = "20m" }\`.
timeouts | any | {} | 0.5.0 | 0.6.2 | How long a deletion may take: \`{ delete = "20m" }\`.
timeouts | object({ delete = optional(string) }) | {} | 0.6.2 | | How long a deletion may take: \`{ delete = "20m" }\`.
timeouts_delete | string | null | 0.1.0 | 0.24.2 | How long a deletion may take; \`timeouts = { delete = … }\` since 0.24.2.
`;

/** name | since | until | what it is */
export const LGALLARD_OUTPUTS = `
account_setting | 1.4.0 | | Account setting.
applied_tags | 0.14.0 | | Applied tags.
arn | 0.1.0 | 0.7.0 | Arn.
cloudwatch_alarms | 0.15.0 | | Cloudwatch alarms.
cloudwatch_log_group_arn | 0.8.0 | | Cloudwatch log group arn.
kms_alias_arn | 0.16.2 | | Kms alias arn.
kms_configuration | 0.16.2 | | Kms configuration.
kms_key_arn | 0.6.0 | | Kms key arn.
kms_key_id | 0.16.2 | | Kms key id.
lifecycle_policy | 0.13.0 | | The lifecycle policy as it is sent.
logging_role_arn | 0.8.0 | | Logging role arn.
monitoring_status | 0.15.0 | | Monitoring status.
name | 0.1.0 | 0.7.0 | Name.
pull_request_rules | 0.16.0 | | Pull request rules.
pull_through_cache_role_arn | 0.12.0 | | Pull through cache role arn.
pull_through_cache_rules | 0.12.0 | | Pull through cache rules.
registry_id | 0.1.0 | | The account of the registry.
registry_scan_filters | 0.12.0 | | Registry scan filters.
registry_scanning_configuration_arn | 0.12.0 | | Registry scanning configuration arn.
registry_scanning_status | 0.12.0 | | Registry scanning status.
replication_configuration_arn | 0.11.0 | | Replication configuration arn.
replication_regions | 0.11.0 | | Replication regions.
replication_status | 0.11.0 | | Replication status.
repository_arn | 0.6.0 | | The ARN of the repository.
repository_creation_template_status | 1.7.0 | | Repository creation template status.
repository_creation_templates | 1.7.0 | | Repository creation templates.
repository_name | 0.7.0 | | The name of the repository.
repository_policy_exists | 0.16.1 | | Repository policy exists.
repository_url | 0.1.0 | | Where images are pushed to and pulled from, without a tag.
security_status | 0.12.0 | | Security status.
sns_topic_arn | 0.15.0 | | Sns topic arn.
tag_compliance_status | 0.14.0 | | Tag compliance status.
tagging_strategy | 0.14.0 | | Tagging strategy.
`;
