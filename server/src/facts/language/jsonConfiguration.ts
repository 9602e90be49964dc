import { lookUp } from '../lookUp.ts';

/**
 * How Terraform's JSON syntax spells blocks.
 * Source: Terraform's documentation, "JSON configuration syntax". Read 2026-11-23.
 */

type LabelCounts = Readonly<Record<string, number>>;

/** Top-level block types and how many labels each has. */
export const LABEL_COUNTS: Readonly<Record<string, number>> = {
  check: 1,
  data: 2,
  ephemeral: 2,
  import: 0,
  locals: 0,
  module: 1,
  moved: 0,
  output: 1,
  provider: 1,
  removed: 0,
  resource: 2,
  terraform: 0,
  variable: 1,
};

/**
 * Nested blocks of the types that this product reads, and their number of labels; every other key is an argument, and
 * so is a key whose value is neither an object nor a list of objects.
 */
const NESTED_LABEL_COUNTS: LabelCounts = {
  action: 0,
  action_trigger: 0,
  catalog_data: 0,
  condition: 0,
  connection: 0,
  content: 0,
  destination: 0,
  dynamic: 1,
  encryption_configuration: 0,
  image_ids: 0,
  image_repository: 0,
  image_scanning_configuration: 0,
  image_tag_mutability_exclusion_filter: 0,
  lifecycle: 0,
  not_principals: 0,
  postcondition: 0,
  precondition: 0,
  principals: 0,
  provisioner: 1,
  replication_configuration: 0,
  repository_filter: 0,
  rule: 0,
  selection: 0,
  source_configuration: 0,
  statement: 0,
  timeouts: 0,
  validation: 0,
};

/**
 * The beginning of the types of resources that have no nested blocks besides those of the language, and these. Source:
 * documentation of hashicorp/terraform-provider-awscc, whose nested values are arguments. Read 2026-11-30.
 */
const ONLY_ARGUMENTS = 'awscc_';
const BLOCKS_OF_LANGUAGE: LabelCounts = { connection: 0, lifecycle: 0, provisioner: 1 };

/** The nested blocks of block types that have none of the others. */
const OWN_LABEL_COUNTS: Readonly<Record<string, LabelCounts>> = {
  check: { assert: 0, data: 2 },
  locals: {},
  module: {},
  provider: { assume_role: 0, default_tags: 0 },
  terraform: { backend: 1, cloud: 0, provider_meta: 1, required_providers: 0 },
};

/** The nested blocks of a block and their number of labels. `type` is its first label, the type of a resource. */
export function nestedLabelCounts(blockType: string, type: string): LabelCounts {
  if (type.startsWith(ONLY_ARGUMENTS)) return BLOCKS_OF_LANGUAGE;
  return lookUp(OWN_LABEL_COUNTS, blockType) ?? NESTED_LABEL_COUNTS;
}

/** Arguments whose strings are expressions, also inside a list or an object, by block. */
export const EXPRESSION_ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  data: ['depends_on', 'provider'],
  ephemeral: ['depends_on', 'provider'],
  import: ['to', 'provider'],
  lifecycle: ['ignore_changes', 'replace_triggered_by'],
  module: ['depends_on', 'providers'],
  moved: ['from', 'to'],
  output: ['depends_on'],
  removed: ['from'],
  resource: ['depends_on', 'provider'],
  variable: ['type'],
};
