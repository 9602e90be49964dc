import type { DocumentPlace } from '../documentPlace.ts';

/** The kind of resource that has a policy: a repository, the registry of a region, or a repository of ECR Public. */
export type AccessTarget = 'repository' | 'registry' | 'public';

interface AccessPlace extends DocumentPlace {
  readonly target: AccessTarget;
}

/**
 * The arguments that take policies of repositories and registries. Source: hashicorp/terraform-provider-aws 6.68.0,
 * `internal/service/ecr` and `internal/service/ecrpublic`; hashicorp/terraform-provider-awscc. Read 2026-11-30.
 */
export const ACCESS_PLACES: readonly AccessPlace[] = [
  { of: { resource: 'aws_ecr_repository_policy' }, argument: 'policy', target: 'repository' },
  { of: { resource: 'aws_ecr_registry_policy' }, argument: 'policy', target: 'registry' },
  { of: { resource: 'aws_ecrpublic_repository_policy' }, argument: 'policy', target: 'public' },
  {
    of: { resource: 'aws_ecr_repository_creation_template' },
    argument: 'repository_policy',
    emptyMeansNone: true,
    target: 'repository',
  },
  { of: { resource: 'awscc_ecr_repository' }, argument: 'repository_policy_text', target: 'repository' },
  { of: { resource: 'awscc_ecr_registry_policy' }, argument: 'policy_text', target: 'registry' },
  { of: { resource: 'awscc_ecr_public_repository' }, argument: 'repository_policy_text', target: 'public' },
];
