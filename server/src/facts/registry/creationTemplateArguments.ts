/**
 * Arguments and blocks of `aws_ecr_repository_creation_template`.
 * Source: hashicorp/terraform-provider-aws 6.68.0, `internal/service/ecr/repository_creation_template.go` and its
 * changelog. Read 2026-11-22.
 */
import { REGION_ARGUMENT } from '../provider/metaArguments.ts';
import type { BlockFact, ResourceFact } from '../provider/resourceSchema.ts';
import { ARN_TEXT, TEMPLATE_PREFIX_TEXT, textOfLength } from '../provider/texts.ts';
import { ENCRYPTION_BLOCK, EXCLUSION_FILTER_BLOCK, MUTABILITY_ARGUMENT } from '../repository/repositoryArguments.ts';

export const CREATION_TEMPLATE: ResourceFact = {
  type: 'aws_ecr_repository_creation_template',
  since: '5.61.0',
  documentation:
    'The settings of repositories that ECR creates itself: for a pull through cache, a replication, or a first push.',
  arguments: [
    {
      name: 'prefix',
      type: 'string',
      text: TEMPLATE_PREFIX_TEXT,
      required: true,
      forcesReplacement: true,
      documentation:
        'Beginning of the names that the template is for; `ROOT` for all names that no other template matches.',
    },
    {
      name: 'applied_for',
      type: 'string-set',
      required: true,
      items: { minimum: 1 },
      values: [
        { value: 'PULL_THROUGH_CACHE', documentation: 'Repositories made by a pull through cache rule.' },
        { value: 'REPLICATION', documentation: 'Repositories made by replication from another registry.' },
        { value: 'CREATE_ON_PUSH', documentation: 'Repositories made by the first push. Needs provider 6.28.0.' },
      ],
      documentation: 'Which ways of creating a repository the template applies to.',
    },
    {
      name: 'description',
      type: 'string',
      required: false,
      text: textOfLength('provider', 255),
      documentation: 'Free text about the template.',
    },
    MUTABILITY_ARGUMENT,
    {
      name: 'lifecycle_policy',
      type: 'string',
      required: false,
      role: 'lifecycle-policy',
      documentation:
        'The lifecycle policy of the repositories, as JSON text: best written with `jsonencode`. Changed in place.',
    },
    {
      name: 'repository_policy',
      type: 'string',
      role: 'access-policy',
      required: false,
      documentation: 'The IAM policy of the repositories, as JSON text: who may pull and push.',
    },
    {
      name: 'custom_role_arn',
      type: 'string',
      text: ARN_TEXT,
      required: false,
      documentation: 'The role that ECR assumes to create the repositories. Needed with tags or KMS encryption.',
    },
    { name: 'resource_tags', type: 'string-map', required: false, documentation: 'Resource tags of the repositories.' },
    REGION_ARGUMENT,
  ],
  blocks: [
    { ...ENCRYPTION_BLOCK, forcesReplacement: false, arguments: ENCRYPTION_BLOCK.arguments.map(withoutReplacement) },
    withoutRelease(EXCLUSION_FILTER_BLOCK),
  ],
};

/** The template got the block some releases after the repository; the exact release is unknown. */
function withoutRelease({ since: _, ...fact }: BlockFact): BlockFact {
  return fact;
}

function withoutReplacement<Fact extends object>(fact: Fact): Fact & { readonly forcesReplacement: false } {
  return { ...fact, forcesReplacement: false };
}
