/**
 * The ECR resource types, those whose arguments are known in detail first.
 * Source: hashicorp/terraform-provider-aws 6.68.0, `internal/service/ecr` and its changelog. Read 2026-11-22.
 */
import { CREATION_TEMPLATE } from './creationTemplateArguments.ts';
import { LIFECYCLE_POLICY } from './lifecyclePolicyArguments.ts';
import { REPOSITORY } from './repositoryArguments.ts';
import type { ResourceFact } from './resourceSchema.ts';

/** Resource types with all their arguments. */
const RESOURCES: readonly ResourceFact[] = [REPOSITORY, LIFECYCLE_POLICY, CREATION_TEMPLATE];

/** A type and what it is for. */
export interface ResourceTypeFact {
  readonly type: string;
  readonly documentation: string;
  readonly since?: string;
}

/** All types that begin with `aws_ecr`. */
export const RESOURCE_TYPES: readonly ResourceTypeFact[] = [
  ...RESOURCES,
  {
    type: 'aws_ecr_repository_policy',
    documentation:
      'The IAM policy of one repository: who may pull and push. Not to be mixed up with the lifecycle policy.',
  },
  { type: 'aws_ecr_registry_policy', documentation: 'The IAM policy of the whole registry, as replication needs it.' },
  { type: 'aws_ecr_replication_configuration', documentation: 'Copies pushed images to other regions and accounts.' },
  { type: 'aws_ecr_pull_through_cache_rule', documentation: 'Caches images of another registry under a prefix.' },
  {
    type: 'aws_ecr_registry_scanning_configuration',
    documentation: 'Which repositories are scanned, and when: basic or enhanced, on push or all the time.',
  },
  {
    type: 'aws_ecr_account_setting',
    documentation: 'One setting of the account, such as the version of basic scanning.',
  },
  {
    type: 'aws_ecr_pull_time_update_exclusion',
    since: '6.28.0',
    documentation:
      'Principals whose pulls do not count as pulls, so that `sinceImagePulled` can work beside a scanner.',
  },
  {
    type: 'aws_ecrpublic_repository',
    documentation: 'A public repository. It has no lifecycle policy; only in us-east-1.',
  },
  { type: 'aws_ecrpublic_repository_policy', documentation: 'The IAM policy of a public repository.' },
];

/** The resource type with that name whose arguments are known, or undefined. */
export function resourceFact(type: string): ResourceFact | undefined {
  return RESOURCES.find((fact) => fact.type === type);
}
