/**
 * Inputs and outputs of cloudposse/ecr/aws//modules/scanning_configuration in all releases.
 * Source: the variables and outputs of each tag of github.com/cloudposse/terraform-aws-ecr. Read 2026-11-30.
 */

/** name | type | default, empty where one must be given | since | until, the first release without it | what it is */
export const SCANNING_CONFIGURATION_INPUTS = `
additional_tag_map | map(string) | {} | 0.40.0 | | More tags for lists of maps.
attributes | list(string) | [] | 0.40.0 | | More parts of the name.
context | any | { enabled = true, namespace = null, tenant = null, environment = null, stage = null, name = null, delimiter = null, attributes = [], tags = {}, additional_tag_map = {}, regex_replace_chars = null, label_order = [], id_length_limit = null, label_key_case = null, label_value_case = null, descriptor_formats = {}, labels_as_tags = ["unset"] } | 0.40.0 | | All naming inputs at once, from another label module.
delimiter | string | null | 0.40.0 | | The text between the parts of the name.
descriptor_formats | any | {} | 0.40.0 | | How further descriptors are made of the parts of the name.
enabled | bool | null | 0.40.0 | | Whether anything is made at all.
environment | string | null | 0.40.0 | | A part of the name.
id_length_limit | number | null | 0.40.0 | | How long the name may be.
label_key_case | string | null | 0.40.0 | | The letter case of tag keys.
label_order | list(string) | null | 0.40.0 | | The order of the parts of the name.
label_value_case | string | null | 0.40.0 | | The letter case of the parts of the name.
labels_as_tags | set(string) | ["default"] | 0.40.0 | | Which parts of the name become tags.
name | string | null | 0.40.0 | | The last part of the name, as cloudposse's label module makes it.
namespace | string | null | 0.40.0 | | The first part of the name.
regex_replace_chars | string | null | 0.40.0 | | Which characters are taken out of the parts of the name.
scan_config | object({ scan_type = string, rules = list(object({ scan_frequency = string, repository_filter = list(object({ filter = string, filter_type = optional(string, "WILDCARD") })) })) }) | null | 0.40.0 | | How the registry is scanned: \`scan_type\` and \`rules\`.
stage | string | null | 0.40.0 | | A part of the name, such as \`prod\`.
tags | map(string) | {} | 0.40.0 | | Resource tags.
tenant | string | null | 0.40.0 | | A part of the name.
`;

/** name | since | until | what it is */
export const SCANNING_CONFIGURATION_OUTPUTS = `
configuration | 0.40.0 | | The scanning configuration.
`;
