/**
 * Inputs of modules with a few known inputs: those that decide about repositories and their policies, and those that
 * were added or removed. Version 0.0.0 means that only "from the beginning" is known. Source: the files of their newest
 * releases and their change logs. Read 2026-11-29.
 */

/** name | type | default, empty where one must be given | since | until, the first release without it | what it is */
export const CLOUD_PLATFORM_INPUTS = `
application | any | null | 0.0.0 | 6.0.0 | The application.
application | any | | 6.0.0 | | The application.
business_unit | any | null | 0.0.0 | 6.0.0 | The part of the organization.
business_unit | any | | 6.0.0 | | The part of the organization.
environment_name | any | null | 0.0.0 | 6.0.0 | The environment.
environment_name | any | | 6.0.0 | | The environment.
infrastructure_support | any | null | 0.0.0 | 6.0.0 | Who looks after it.
infrastructure_support | any | | 6.0.0 | | Who looks after it.
is_production | any | null | 0.0.0 | 6.0.0 | Whether this is production.
is_production | any | | 6.0.0 | | Whether this is production.
namespace | any | null | 0.0.0 | 6.0.0 | The namespace.
namespace | any | | 6.0.0 | | The namespace.
repo_name | any | null | 0.0.0 | 6.0.0 | The name of the repository.
repo_name | any | | 6.0.0 | | The name of the repository.
team_name | any | null | 0.0.0 | 6.0.0 | The team.
team_name | any | | 6.0.0 | | The team.
lifecycle_policy | string | null | 0.0.0 | | The lifecycle policy as JSON text.
canned_lifecycle_policy | map(any) | null | 5.1.0 | | A policy by two words: \`type\` is \`days\` or \`images\`, \`count\` is how many.
deletion_protection | bool | true | 5.3.0 | | Whether the repository is kept from being deleted.
scan_on_push | any | null | 0.0.0 | 6.0.0 | Whether images are scanned when they are pushed.
`;

export const TMKNOM_INPUTS = `
tag_prefix_list | list(string) | | 0.0.0 | | Prefixes of tags; a rule needs all of them on one image.
max_untagged_image_count | number | 1 | 0.0.0 | | How many untagged images are kept.
max_tagged_image_count | number | 30 | 0.0.0 | | How many tagged images are kept.
`;

export const TERRAFORM_MODULE_INPUTS = `
ecrs | any | null | 0.0.0 | | Repositories by name; \`lifecycle_policy\` of each is an object, which the module encodes.
`;

export const TRUSSWORKS_INPUTS = `
lifecycle_policy | string | "" | 0.0.0 | | The lifecycle policy as JSON text; empty for the module's own.
ecr_policy | string | "" | 0.0.0 | | The repository policy as JSON text.
`;

export const CLOUDDROVE_INPUTS = `
enable_private_ecr | bool | false | 0.0.0 | | Makes a private repository.
enable_public_ecr | bool | false | 0.0.0 | | Makes a public repository.
max_untagged_image_count | number | 1 | 0.0.0 | | How many untagged images are kept.
max_image_count | number | 7 | 0.0.0 | 1.3.2 | How many images are kept.
max_image_count | number | 10 | 1.3.2 | | How many images are kept.
enabled_ecr | any | null | 0.0.0 | 1.3.2 | Whether anything is made.
enable | bool | true | 1.3.2 | | Whether anything is made.
encryption_configuration | any | null | 0.0.0 | 1.3.2 | How images are encrypted.
image_scanning_configuration | any | null | 0.0.0 | 1.3.2 | How images are scanned.
`;

export const BOLDLINK_INPUTS = `
create_private_repository | bool | false | 0.0.0 | | Makes a private repository.
create_public_repository | bool | false | 0.0.0 | | Makes a public repository.
aws_ecr_lifecycle_policy | string | "" | 0.0.0 | | The lifecycle policy as JSON text.
aws_ecr_repository_policy | string | "" | 0.0.0 | | The repository policy as JSON text.
create_aws_ecr_lifecycle_policy | any | null | 0.0.0 | 2.0.0 | Whether there is a lifecycle policy.
`;

export const MINEIROS_INPUTS = `
lifecycle_policy_rules | any | [] | 0.0.0 | | The rules of the lifecycle policy, with the keys of the JSON.
repository_policy_statements | any | [] | 0.0.0 | | Statements of the repository policy.
immutable | bool | false | 0.0.0 | | Whether tags are immutable.
pull_identities | any | [] | 0.0.0 | | Who may pull.
push_identities | any | [] | 0.0.0 | | Who may push.
`;

export const INFRAHOUSE_INPUTS = `
tag_pattern_list | any | null | 0.0.0 | | Patterns of tags of the rule for tagged images.
tag_prefix_list | any | null | 0.0.0 | | Prefixes of tags of the rule for tagged images.
expire_count_tagged | any | null | 0.0.0 | | How many tagged images are kept.
expire_count_untagged | any | null | 0.0.0 | | How many untagged images are kept.
expire_days_tagged | any | null | 0.0.0 | | For how many days tagged images are kept.
expire_days_untagged | any | null | 0.0.0 | | For how many days untagged images are kept.
rollback_candidate_retain_count | any | null | 0.0.0 | | How many images to roll back to are kept.
rollback_candidate_retain_days | any | null | 0.0.0 | | For how many days images to roll back to are kept.
rollback_candidate_tag_prefix | string | "deployed-at-" | 0.0.0 | | How tags of images to roll back to begin.
`;

export const DNXLABS_INPUTS = `
lifecycle_policy | string | "" | 2.3.1 | | The lifecycle policy as JSON text.
trust_accounts | any | | 0.0.0 | | Accounts that may pull.
`;

export const GEEKCELL_INPUTS = `
lifecycle_rules | any | null | 0.0.0 | | Rules with the names of the data source, such as \`count_type\`.
`;

export const AZAVEA_INPUTS = `
attach_lifecycle_policy | bool | false | 0.0.0 | | Whether there is a lifecycle policy.
lifecycle_policy | string | "" | 0.0.0 | | The lifecycle policy as JSON text; empty for the module's own.
`;

export const COMPONENT_INPUTS = `
region | any | | 0.0.0 | | The region.
images | any | | 0.0.0 | | The names of the repositories.
max_image_count | any | | 0.0.0 | | How many images are kept.
read_write_account_role_map | any | | 0.0.0 | | Roles that may push, by account.
enable_lifecycle_policy | any | | 0.0.0 | | Whether there is a lifecycle policy.
`;
