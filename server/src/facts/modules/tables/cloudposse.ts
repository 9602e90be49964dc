/**
 * Inputs and outputs of cloudposse/ecr/aws in all releases.
 * Source: the variables and outputs of each tag of github.com/cloudposse/terraform-aws-ecr. Read 2026-11-30.
 */

/** name | type | default, empty where one must be given | since | until, the first release without it | what it is */
export const CLOUDPOSSE_INPUTS = `
additional_tag_map | map(string) | {} | 0.27.0 | | More tags for lists of maps.
attributes | list(string) | [] | 0.1.0 | 0.7.0 | More parts of the name.
attributes | list(string) | [] | 0.7.0 | | More parts of the name.
context | object({ enabled = bool, namespace = string, environment = string, stage = string, name = string, delimiter = string, attributes = list(string), tags = map(string), additional_tag_map = map(string), regex_replace_chars = string, label_order = list(string), id_length_limit = number }) | { enabled = true, namespace = null, environment = null, stage = null, name = null, delimiter = null, attributes = [], tags = {}, additional_tag_map = {}, regex_replace_chars = null, label_order = [], id_length_limit = null } | 0.27.0 | 0.32.0 | All naming inputs at once, from another label module.
context | object({ enabled = bool, namespace = string, environment = string, stage = string, name = string, delimiter = string, attributes = list(string), tags = map(string), additional_tag_map = map(string), regex_replace_chars = string, label_order = list(string), id_length_limit = number, label_key_case = string, label_value_case = string }) | { enabled = true, namespace = null, environment = null, stage = null, name = null, delimiter = null, attributes = [], tags = {}, additional_tag_map = {}, regex_replace_chars = null, label_order = [], id_length_limit = null, label_key_case = null, label_value_case = null } | 0.32.0 | 0.32.1 | All naming inputs at once, from another label module.
context | any | { enabled = true, namespace = null, environment = null, stage = null, name = null, delimiter = null, attributes = [], tags = {}, additional_tag_map = {}, regex_replace_chars = null, label_order = [], id_length_limit = null, label_key_case = null, label_value_case = null } | 0.32.1 | 0.32.3 | All naming inputs at once, from another label module.
context | any | { enabled = true, namespace = null, tenant = null, environment = null, stage = null, name = null, delimiter = null, attributes = [], tags = {}, additional_tag_map = {}, regex_replace_chars = null, label_order = [], id_length_limit = null, label_key_case = null, label_value_case = null, descriptor_formats = {}, labels_as_tags = ["unset"] } | 0.32.3 | | All naming inputs at once, from another label module.
custom_lifecycle_rules | list(object({ description = optional(string), selection = object({ tagStatus = string, countType = string, countNumber = number, countUnit = optional(string), tagPrefixList = optional(list(string)), tagPatternList = optional(list(string)) }), action = object({ type = string }) })) | [] | 0.42.2 | 1.0.1 | Rules as in the JSON, without \`rulePriority\`: the module numbers them, behind those of the protected tags. A rule for \`any\` clashes with the module's own.
custom_lifecycle_rules | list(object({ description = optional(string), selection = object({ tagStatus = string, countType = string, countNumber = number, countUnit = optional(string), tagPrefixList = optional(list(string)), tagPatternList = optional(list(string)), storageClass = optional(string) }), action = object({ type = string, targetStorageClass = optional(string) }) })) | [] | 1.0.1 | | Rules as in the JSON, without \`rulePriority\`: the module numbers them, behind those of the protected tags. A rule for \`any\` clashes with the module's own.
default_lifecycle_rules_settings | object({ untagged_image_rule = optional(object({ enabled = optional(bool, true) }), { enabled = true }), remove_old_image_rule = optional(object({ enabled = optional(bool, true) }), { enabled = true }) }) | { untagged_image_rule = { enabled = true }, remove_old_image_rule = { enabled = true } } | 0.44.0 | | Turns off the rules of the module: \`{ remove_old_image_rule = { enabled = false } }\`.
delimiter | string | "-" | 0.1.0 | 0.7.0 | The text between the parts of the name.
delimiter | string | "-" | 0.7.0 | 0.27.0 | The text between the parts of the name.
delimiter | string | null | 0.27.0 | | The text between the parts of the name.
descriptor_formats | any | {} | 0.32.3 | | How further descriptors are made of the parts of the name.
enable_lifecycle_policy | bool | true | 0.18.0 | | Whether the repository gets a lifecycle policy.
enabled | any | "true" | 0.4.0 | 0.7.0 | Whether anything is made at all.
enabled | bool | true | 0.7.0 | 0.27.0 | Whether anything is made at all.
enabled | bool | null | 0.27.0 | | Whether anything is made at all.
encryption_configuration | object({ encryption_type = string, kms_key = any }) | null | 0.26.0 | | An object with \`encryption_type\` and \`kms_key\`, both needed.
environment | string | "" | 0.21.0 | 0.27.0 | A part of the name.
environment | string | null | 0.27.0 | | A part of the name.
force_delete | bool | false | 0.35.0 | | Lets Terraform delete the repository even if it contains images.
id_length_limit | number | null | 0.27.0 | 0.32.1 | How long the name may be.
id_length_limit | number | null | 0.32.1 | | How long the name may be.
image_names | list(string) | [] | 0.13.0 | | A repository for each of these names, in place of the one.
image_tag_mutability | string | "MUTABLE" | 0.14.0 | 0.31.0 | Whether a tag can be pushed again.
image_tag_mutability | string | "IMMUTABLE" | 0.31.0 | | Whether a tag can be pushed again.
image_tag_mutability_exclusion_filter | list(object({ filter = string, filter_type = optional(string, "WILDCARD") })) | [] | 1.0.0 | | Tags that are exempt: a list of objects with \`filter\`.
label_key_case | string | null | 0.32.0 | | The letter case of tag keys.
label_order | list(string) | null | 0.27.0 | | The order of the parts of the name.
label_value_case | string | null | 0.32.0 | | The letter case of the parts of the name.
labels_as_tags | set(string) | ["default"] | 0.32.3 | | Which parts of the name become tags.
max_image_count | string | "7" | 0.2.4 | 0.6.0 | How many images the last rule of the policy keeps; days with \`time_based_rotation\`.
max_image_count | string | "500" | 0.6.0 | 0.7.0 | How many images the last rule of the policy keeps; days with \`time_based_rotation\`.
max_image_count | any | 500 | 0.7.0 | 0.20.0 | How many images the last rule of the policy keeps; days with \`time_based_rotation\`.
max_image_count | number | 500 | 0.20.0 | | How many images the last rule of the policy keeps; days with \`time_based_rotation\`.
name | any | | 0.1.0 | 0.7.0 | The last part of the name, as cloudposse's label module makes it.
name | string | | 0.7.0 | 0.27.0 | The last part of the name, as cloudposse's label module makes it.
name | string | null | 0.27.0 | | The last part of the name, as cloudposse's label module makes it.
namespace | any | | 0.1.0 | 0.7.0 | The first part of the name.
namespace | string | "" | 0.7.0 | 0.27.0 | The first part of the name.
namespace | string | null | 0.27.0 | | The first part of the name.
organizations_full_access | list(string) | [] | 0.39.0 | | The organizations, such as \`o-abc123\`, whose accounts may do everything.
organizations_push_access | list(string) | [] | 0.39.0 | | The organizations whose accounts may push.
organizations_readonly_access | list(string) | [] | 0.39.0 | | The organizations whose accounts may pull.
prefixes_pull_through_repositories | list(string) | [] | 0.40.1 | | First parts of repository names for which \`principals_pull_though_access\` counts.
principals_full_access | list(string) | [] | 0.3.0 | 0.7.0 | The ARNs of principals that may do everything.
principals_full_access | list(string) | [] | 0.7.0 | | The ARNs of principals that may do everything.
principals_lambda | list(string) | [] | 0.33.0 | | The accounts, twelve digits each, whose Lambda functions may pull.
principals_pull_though_access | list(string) | [] | 0.40.1 | | The ARNs of principals that may create and pull cached repositories. The module spells it without the r; needs \`prefixes_pull_through_repositories\`.
principals_push_access | list(string) | [] | 0.37.0 | | The ARNs of principals that may push.
principals_readonly_access | list(string) | [] | 0.3.0 | 0.7.0 | The ARNs of principals that may pull.
principals_readonly_access | list(string) | [] | 0.7.0 | | The ARNs of principals that may pull.
protected_tags | set(string) | [] | 0.20.0 | | Beginnings of tags, or patterns with \`*\`: a rule keeps the images of each.
protected_tags_keep_count | number | 999999 | 0.42.1 | | How many images of each protected tag stay.
regex_replace_chars | string | "/[^a-zA-Z0-9-]/" | 0.10.0 | 0.16.0 | Which characters are taken out of the parts of the name.
regex_replace_chars | string | "/[^a-z/A-Z_0-9-]/" | 0.16.0 | 0.27.0 | Which characters are taken out of the parts of the name.
regex_replace_chars | string | null | 0.27.0 | | Which characters are taken out of the parts of the name.
replication_configurations | list(object({ rules = list(object({ destinations = list(object({ region = string, registry_id = string })), repository_filters = list(object({ filter = string, filter_type = string })) })) })) | [] | 0.41.0 | | Which repositories are copied where; at most one.
roles | list(string) | [] | 0.1.0 | 0.3.0 | Roles that may do everything; \`principals_full_access\` since 0.3.0.
scan_images_on_push | bool | false | 0.8.0 | 0.31.0 | Scans each image once it has been pushed.
scan_images_on_push | bool | true | 0.31.0 | | Scans each image once it has been pushed.
stage | any | | 0.1.0 | 0.7.0 | A part of the name, such as \`prod\`.
stage | string | "" | 0.7.0 | 0.27.0 | A part of the name, such as \`prod\`.
stage | string | null | 0.27.0 | | A part of the name, such as \`prod\`.
tags | map(any) | {} | 0.1.0 | 0.7.0 | Resource tags.
tags | map(string) | {} | 0.7.0 | | Resource tags.
tenant | string | null | 0.32.3 | | A part of the name.
time_based_rotation | bool | false | 0.41.1 | | Whether \`max_image_count\` means days.
use_fullname | string | "true" | 0.2.11 | 0.7.0 | Whether the name has all parts, or \`name\` alone.
use_fullname | bool | true | 0.7.0 | | Whether the name has all parts, or \`name\` alone.
`;

/** name | since | until | what it is */
export const CLOUDPOSSE_OUTPUTS = `
policy_login_arn | 0.2.6 | 0.3.0 | Policy login arn.
policy_login_name | 0.2.6 | 0.3.0 | Policy login name.
policy_read_arn | 0.2.6 | 0.3.0 | Policy read arn.
policy_read_name | 0.2.6 | 0.3.0 | Policy read name.
policy_write_arn | 0.2.6 | 0.3.0 | Policy write arn.
policy_write_name | 0.2.6 | 0.3.0 | Policy write name.
registry_id | 0.1.0 | | The account of the registry.
registry_url | 0.1.0 | 0.16.0 | Where images are pushed to; \`repository_url\` since 0.16.0.
repository_arn | 0.11.0 | | The ARN of the repository.
repository_arn_map | 0.13.0 | | The ARNs by name of the repository.
repository_id_map | 0.13.0 | 0.16.0 | Repository id map.
repository_name | 0.2.0 | | The name of the repository.
repository_url | 0.16.0 | | Where images are pushed to and pulled from, without a tag.
repository_url_map | 0.13.0 | | The URLs by name of the repository.
role_arn | 0.2.6 | 0.4.0 | Role arn.
role_name | 0.1.0 | 0.4.0 | Role name.
`;
