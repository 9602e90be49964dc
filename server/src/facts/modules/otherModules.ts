/**
 * Modules for ECR of which a few inputs are known.
 * Source: the files of their newest releases and their change logs. Read 2026-11-29.
 */

/** A module of which no more is known than a trap or two. */
export interface OtherModule {
  /** Its address in the public registry. */
  readonly registry: string;
  /** Its repository on GitHub. */
  readonly repository: string;
  /** Switches without which releases from `since` on make nothing. */
  readonly gates?: { readonly inputs: readonly string[]; readonly since: string };
  /** The input whose items all must match a tag of one image. */
  readonly prefixes?: string;
  /** The input that takes rules as a list, not as JSON text. */
  readonly rules?: string;
}

export const OTHER_MODULES: readonly OtherModule[] = [
  {
    registry: 'clouddrove/ecr/aws',
    repository: 'clouddrove/terraform-aws-ecr',
    gates: { inputs: ['enable_private_ecr', 'enable_public_ecr'], since: '1.3.2' },
  },
  {
    registry: 'boldlink/ecr/aws',
    repository: 'boldlink/terraform-aws-ecr',
    gates: { inputs: ['create_private_repository', 'create_public_repository'], since: '2.0.0' },
  },
  { registry: 'tmknom/ecr/aws', repository: 'tmknom/terraform-aws-ecr', prefixes: 'tag_prefix_list' },
  { registry: 'mineiros-io/ecr/aws', repository: 'mineiros-io/terraform-aws-ecr', rules: 'lifecycle_policy_rules' },
];
