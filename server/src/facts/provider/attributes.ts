/**
 * The attributes that ECR blocks have in addition to their arguments. Source: hashicorp/terraform-provider-aws 6.68.0,
 * `internal/service/ecr`, `internal/service/ecrpublic`. Read 2026-11-23.
 */

import type { AttributeFact, AttributeType } from './resourceSchema.ts';

const fact = (name: string, documentation: string, type: AttributeType = 'string'): AttributeFact => ({
  name,
  documentation,
  type,
});

const ARN = fact('arn', 'The ARN of the repository, as IAM policies name it.');
const REGISTRY_ID = fact('registry_id', 'The account that the registry belongs to, twelve digits.');
const URL = fact(
  'repository_url',
  'Where images are pushed to and pulled from, without `https://` and without a tag: `ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME`.',
);
/** An attribute that the schema allows to be set although AWS decides on it. */
const settable = (name: string, documentation: string, type: AttributeType = 'string'): AttributeFact => ({
  ...fact(name, documentation, type),
  isSettable: true,
});
const ALL_TAGS = settable('tags_all', 'The resource tags with those of the provider.', 'string-map');
const ID_OF = (what: string) => settable('id', `The id in the state: ${what}.`);

const TOKEN: readonly AttributeFact[] = [
  fact('password', 'The password for `docker login`.'),
  fact('user_name', 'The user name for `docker login`: `AWS`.'),
  fact('authorization_token', 'User name and password, as base64.'),
  fact('expires_at', 'When the token expires, twelve hours after it was issued.'),
];

const PROXY_ENDPOINT = fact('proxy_endpoint', 'The address of the registry for `docker login`, with `https://`.');

const EXCLUSION_FILTERS = fact(
  'image_tag_mutability_exclusion_filter',
  'Tags that are exempt from `image_tag_mutability`: `[0].filter`, `[0].filter_type`.',
  { filter: 'string', filter_type: 'string' },
);

const ENCRYPTION = fact('encryption_configuration', 'How images are encrypted: `[0].encryption_type`, `[0].kms_key`.', {
  encryption_type: 'string',
  kms_key: 'string',
});

/** By type of a resource. */
export const RESOURCE_ATTRIBUTES: Readonly<Record<string, readonly AttributeFact[]>> = {
  aws_ecr_repository: [URL, ARN, REGISTRY_ID, ALL_TAGS, ID_OF('the name of the repository')],
  aws_ecr_lifecycle_policy: [REGISTRY_ID, ID_OF('the name of the repository')],
  aws_ecr_repository_policy: [REGISTRY_ID, ID_OF('the name of the repository')],
  aws_ecr_registry_policy: [REGISTRY_ID, ID_OF('the account')],
  aws_ecr_replication_configuration: [REGISTRY_ID, ID_OF('the account')],
  aws_ecr_pull_through_cache_rule: [REGISTRY_ID, ID_OF('the prefix')],
  aws_ecr_registry_scanning_configuration: [REGISTRY_ID, ID_OF('the account')],
  aws_ecr_repository_creation_template: [REGISTRY_ID, ID_OF('the prefix')],
  aws_ecr_account_setting: [],
  aws_ecr_pull_time_update_exclusion: [],
  aws_ecrpublic_repository: [
    fact('repository_uri', 'Where images are pushed to and pulled from: `public.ecr.aws/ALIAS/NAME`.'),
    ARN,
    REGISTRY_ID,
    ALL_TAGS,
    ID_OF('the name of the repository'),
  ],
  aws_ecrpublic_repository_policy: [REGISTRY_ID, ID_OF('the name of the repository')],
};

/** By type of a data source. */
export const DATA_SOURCE_ATTRIBUTES: Readonly<Record<string, readonly AttributeFact[]>> = {
  aws_ecr_lifecycle_policy_document: [fact('json', 'The policy as JSON text, for `policy`.')],
  aws_ecr_repository: [
    URL,
    ARN,
    REGISTRY_ID,
    fact('image_tag_mutability', 'Whether tags can be overwritten.'),
    fact('most_recent_image_tags', 'The tags of the image that was pushed last.', 'string-list'),
    ENCRYPTION,
    fact('image_scanning_configuration', 'Whether images are scanned: `[0].scan_on_push`.', {
      scan_on_push: 'boolean',
    }),
    EXCLUSION_FILTERS,
    settable('tags', 'The resource tags.', 'string-map'),
    ID_OF('the name of the repository'),
  ],
  aws_ecr_image: [
    fact('image_uri', 'The image with its repository and digest or tag, ready to be run.'),
    fact('image_digest', 'The digest of the image.'),
    fact('image_tags', 'All tags of the image.', 'string-list'),
    fact('image_pushed_at', 'When it was pushed, in seconds since 1970.', 'number'),
    fact('image_size_in_bytes', 'Its size.', 'number'),
    ID_OF('the digest'),
  ],
  aws_ecr_images: [
    fact('image_ids', 'A list of objects with `image_digest` and `image_tag`.', {
      image_digest: 'string',
      image_tag: 'string',
    }),
  ],
  aws_ecr_repositories: [
    fact('names', 'A set of names.', 'string-set'),
    fact('id', 'The id in the state: the region.'),
  ],
  aws_ecr_authorization_token: [...TOKEN, PROXY_ENDPOINT, ID_OF('the region')],
  aws_ecrpublic_authorization_token: [...TOKEN, ID_OF('the region')],
  aws_ecr_pull_through_cache_rule: [
    fact('upstream_registry_url', 'The registry whose images are cached.'),
    fact('upstream_repository_prefix', 'The beginning of the names in it.'),
    fact('credential_arn', 'The secret for reading it.'),
    fact('custom_role_arn', 'The role for reading it.'),
    REGISTRY_ID,
    ID_OF('the prefix'),
  ],
  aws_ecr_repository_creation_template: [
    fact('lifecycle_policy', 'The lifecycle policy as JSON text.'),
    fact('repository_policy', 'The IAM policy as JSON text.'),
    fact('applied_for', 'What the template is for.', 'string-set'),
    fact('image_tag_mutability', 'Whether tags can be overwritten.'),
    fact('description', 'Free text about the template.'),
    settable('resource_tags', 'The resource tags of the repositories.', 'string-map'),
    fact('custom_role_arn', 'The role that creates the repositories.'),
    ENCRYPTION,
    EXCLUSION_FILTERS,
    REGISTRY_ID,
    ID_OF('the prefix'),
  ],
  aws_ecrpublic_images: [
    fact('images', 'A list of objects, among them `image_digest`, `image_tags`, `image_size_in_bytes`.', {
      artifact_media_type: 'string',
      image_digest: 'string',
      image_manifest_media_type: 'string',
      image_pushed_at: 'string',
      image_size_in_bytes: 'number',
      image_tags: 'string-list',
      registry_id: 'string',
      repository_name: 'string',
    }),
  ],
};

/** By type of an ephemeral resource. */
export const EPHEMERAL_ATTRIBUTES: Readonly<Record<string, readonly AttributeFact[]>> = {
  aws_ecr_authorization_token: [...TOKEN, PROXY_ENDPOINT],
  aws_ecrpublic_authorization_token: TOKEN,
};
