/**
 * The ECR types of the AWS Cloud Control provider: their arguments, and the values that ECR rejects. Only checks that
 * opt in judge them, because their schema differs from hashicorp/aws. Source: the CloudFormation schema of ECR in
 * aws-cdk-lib 2.276.0, Amazon ECR API (botocore 1.44.8). Read 2026-11-30.
 */
import { IMAGE_TAG_MUTABILITIES } from '../repository/imageTagMutability.ts';
import type { ArgumentFact, AttributeFact, ResourceFact, TextFact } from './resourceSchema.ts';
import { CACHE_PREFIX_TEXT, PRINCIPAL_TEXT, TEMPLATE_PREFIX_TEXT } from './texts.ts';

const VALUE = 'expression';

const optional = (name: string, type: ArgumentFact['type'] = VALUE): ArgumentFact => ({
  name,
  type,
  required: false,
  documentation: '',
});
const required = (name: string, documentation: string): ArgumentFact => ({
  ...optional(name),
  required: true,
  documentation,
});
const text = (name: string, fact: TextFact): ArgumentFact => ({ ...optional(name, 'string'), text: fact });
const choice = (name: string, ...values: readonly string[]): ArgumentFact => ({
  ...optional(name, 'string'),
  values: values.map((value) => ({ value, documentation: '' })),
});

const MUTABILITY: ArgumentFact = {
  ...optional('image_tag_mutability', 'string'),
  values: IMAGE_TAG_MUTABILITIES,
};

/** What every type has in addition, and what some have. */
const ATTRIBUTES: readonly AttributeFact[] = [
  'id',
  'arn',
  'registry_id',
  'repository_uri',
  'created_at',
  'updated_at',
].map((name) => ({
  name,
  documentation: '',
}));

const type = (name: string, ...taken: readonly ArgumentFact[]): ResourceFact => ({
  type: name,
  documentation: '',
  arguments: taken,
  blocks: [],
  attributes: ATTRIBUTES,
  isOfCloudControl: true,
});

const RESOURCES: readonly ResourceFact[] = [
  type(
    'awscc_ecr_repository',
    optional('repository_name', 'string'),
    MUTABILITY,
    optional('image_tag_mutability_exclusion_filters'),
    optional('image_scanning_configuration'),
    optional('encryption_configuration'),
    optional('lifecycle_policy'),
    optional('repository_policy_text'),
    optional('empty_on_delete', 'boolean'),
    optional('tags'),
  ),
  type(
    'awscc_ecr_public_repository',
    optional('repository_name', 'string'),
    optional('repository_catalog_data'),
    optional('repository_policy_text'),
    optional('tags'),
  ),
  type(
    'awscc_ecr_pull_through_cache_rule',
    text('ecr_repository_prefix', { ...CACHE_PREFIX_TEXT, refusedBy: 'AWS', isUnsure: true }),
    optional('upstream_registry', 'string'),
    optional('upstream_registry_url', 'string'),
    optional('credential_arn', 'string'),
    optional('custom_role_arn', 'string'),
    optional('upstream_repository_prefix', 'string'),
  ),
  type('awscc_ecr_pull_time_update_exclusion', {
    ...text('principal_arn', PRINCIPAL_TEXT),
    required: true,
    documentation: 'The role or user whose pulls do not count.',
  }),
  type('awscc_ecr_registry_policy', required('policy_text', 'The policy of the registry.')),
  type(
    'awscc_ecr_registry_scanning_configuration',
    { ...choice('scan_type', 'BASIC', 'ENHANCED'), required: true, documentation: 'How images are scanned.' },
    required('rules', 'Which repositories are scanned, and when.'),
  ),
  type(
    'awscc_ecr_replication_configuration',
    required('replication_configuration', 'Where images are copied to: an object with `rules`.'),
  ),
  type(
    'awscc_ecr_repository_creation_template',
    {
      ...text('prefix', TEMPLATE_PREFIX_TEXT),
      required: true,
      documentation: 'The beginning of the names that it is for.',
    },
    required('applied_for', 'What creates the repositories.'),
    optional('description', 'string'),
    optional('custom_role_arn', 'string'),
    optional('encryption_configuration'),
    MUTABILITY,
    optional('image_tag_mutability_exclusion_filters'),
    optional('lifecycle_policy'),
    optional('repository_policy'),
    optional('resource_tags'),
  ),
  type('awscc_ecr_signing_configuration', required('rules', 'Which images are signed, and with which profile.')),
];

/** The facts about a type of the Cloud Control provider; undefined for any other. */
export function cloudControlFact(blockType: string, resource: string): ResourceFact | undefined {
  return blockType === 'resource' ? RESOURCES.find((fact) => fact.type === resource) : undefined;
}
