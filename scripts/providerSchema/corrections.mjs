// What the package does not contain: which attributes are also computed, which collections are sets, and counts of
// blocks. Source: the provider's own schemas (internal/service/ecr, hashicorp/terraform-provider-aws 6.68.0). Read
// 2026-11-30.

const FILTER = 'blocks.image_tag_mutability_exclusion_filter.max';
const REPLICATION_RULE = 'resources.aws_ecr_replication_configuration.blocks.replication_configuration.blocks.rule';
const DOCUMENT_RULE = 'dataSources.aws_ecr_lifecycle_policy_document.blocks.rule';

const CORRECTIONS = [
  [`resources.aws_ecr_repository.${FILTER}`, 5],
  [`resources.aws_ecr_repository_creation_template.${FILTER}`, 5],
  [`${REPLICATION_RULE}.max`, 10],
  [`${REPLICATION_RULE}.blocks.destination.max`, 25],
  [`${REPLICATION_RULE}.blocks.repository_filter.max`, 100],
  [`${DOCUMENT_RULE}.min`, 1],
  [`${DOCUMENT_RULE}.blocks.action.max`, 1],
  [`${DOCUMENT_RULE}.blocks.selection.min`, 1],
  [`${DOCUMENT_RULE}.blocks.selection.max`, 1],
  ['dataSources.aws_ecr_image.attributes.image_digest.computed', true],
  ['dataSources.aws_ecr_image.attributes.registry_id.computed', true],
  ['dataSources.aws_ecr_repository.attributes.registry_id.computed', true],
  ['dataSources.aws_ecr_repository.attributes.tags.computed', true],
  ['dataSources.aws_ecr_repositories.attributes.names.type', ['set', 'string']],
  ['dataSources.aws_ecr_repository_creation_template.attributes.applied_for.type', ['set', 'string']],
  ...['dataSources', 'ephemeralResources'].flatMap((kind) =>
    ['aws_ecr_authorization_token', 'aws_ecrpublic_authorization_token'].flatMap((type) =>
      ['authorization_token', 'password'].map((name) => [`${kind}.${type}.attributes.${name}.sensitive`, true]),
    ),
  ),
];

/** The schema, with the parts that the package lacks. */
export function corrected(schema) {
  for (const [path, value] of CORRECTIONS) {
    const keys = path.split('.');
    const last = keys.pop();
    keys.reduce((inner, key) => inner[key], schema)[last] = value;
  }
  return schema;
}
