/**
 * Where lifecycle policies are handed over as JSON text.
 * Source: hashicorp/terraform-provider-aws 6.68.0, `internal/service/ecr`; hashicorp/terraform-provider-awscc,
 * `awscc_ecr_repository`; the modules' own `variables.tf`. Read 2026-11-22.
 */
export interface PolicyArgument {
  /** A resource's type, or the source of the module that a `module` block calls. */
  readonly of: { readonly resource: string } | { readonly module: RegExp };
  readonly argument: string;
  /** The key of an object argument that holds the text. */
  readonly key?: string;
  /** True where an empty text means that there is no policy: it is not sent. */
  readonly emptyMeansNone?: boolean;
  /** Arguments of a module that leave the policy out when they are false. */
  readonly switches?: readonly string[];
}

export const POLICY_ARGUMENTS: readonly PolicyArgument[] = [
  { of: { resource: 'aws_ecr_lifecycle_policy' }, argument: 'policy' },
  // The provider sends it only when it is set to something; the API takes texts from length 0.
  { of: { resource: 'aws_ecr_repository_creation_template' }, argument: 'lifecycle_policy', emptyMeansNone: true },
  { of: { resource: 'awscc_ecr_repository' }, argument: 'lifecycle_policy', key: 'lifecycle_policy_text' },
  {
    of: {
      module: /(^|\/)terraform-aws-modules\/(ecr\/aws|terraform-aws-ecr(\.git)?)\/\/modules\/repository-template(\?|$)/,
    },
    argument: 'lifecycle_policy',
    emptyMeansNone: true,
    switches: ['create'],
  },
  {
    of: { module: /(^|\/)terraform-aws-modules\/(ecr\/aws|terraform-aws-ecr(\.git)?)(\?|$)/ },
    argument: 'repository_lifecycle_policy',
    switches: ['create', 'create_repository', 'create_lifecycle_policy'],
  },
];
