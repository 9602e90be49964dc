import type { DocumentPlace } from '../documentPlace.ts';

/**
 * The arguments that take lifecycle policies as JSON text. Source: hashicorp/terraform-provider-aws 6.68.0,
 * `internal/service/ecr`; hashicorp/terraform-provider-awscc, `awscc_ecr_repository`; the modules' own `variables.tf`.
 * Read 2026-11-22.
 */
export const POLICY_ARGUMENTS: readonly DocumentPlace[] = [
  { of: { resource: 'aws_ecr_lifecycle_policy' }, argument: 'policy', names: { repository: 'repository' } },
  // The provider sends it only when it is not empty, although the API accepts texts from length 0.
  {
    of: { resource: 'aws_ecr_repository_creation_template' },
    argument: 'lifecycle_policy',
    names: { prefix: 'prefix' },
    emptyMeansNone: true,
  },
  {
    of: { resource: 'awscc_ecr_repository' },
    argument: 'lifecycle_policy',
    names: { repository: 'repository_name' },
    key: 'lifecycle_policy_text',
  },
  {
    of: {
      module: /(^|\/)terraform-aws-modules\/(ecr\/aws|terraform-aws-ecr(\.git)?)\/\/modules\/repository-template(\?|$)/,
    },
    argument: 'lifecycle_policy',
    names: { prefix: 'prefix' },
    emptyMeansNone: true,
    switches: ['create'],
  },
  {
    of: { module: /(^|\/)terraform-aws-modules\/(ecr\/aws|terraform-aws-ecr(\.git)?)(\?|$)/ },
    argument: 'repository_lifecycle_policy',
    names: { repository: 'repository_name' },
    switches: ['create', 'create_repository', 'create_lifecycle_policy'],
  },
];
