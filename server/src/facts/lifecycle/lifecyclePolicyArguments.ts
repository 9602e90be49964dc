/**
 * Arguments of `aws_ecr_lifecycle_policy`.
 * Source: hashicorp/terraform-provider-aws 6.68.0, `internal/service/ecr/lifecycle_policy.go`, its documentation and
 * issues 22639, 49624. Read 2026-11-22.
 */
import { REGION_ARGUMENT } from '../provider/metaArguments.ts';
import type { ResourceFact } from '../provider/resourceSchema.ts';
import { REPOSITORY_NAME_TEXT } from '../provider/texts.ts';

export const LIFECYCLE_POLICY: ResourceFact = {
  type: 'aws_ecr_lifecycle_policy',
  since: '1.2.0',
  documentation:
    'Deletes or archives the images of one repository by rules. A repository has one policy: a second resource for it silently overwrites the first. Every change of the policy deletes it and creates it again.',
  arguments: [
    {
      name: 'repository',
      type: 'string',
      required: true,
      forcesReplacement: true,
      role: 'repository-name',
      text: REPOSITORY_NAME_TEXT,
      documentation: 'The **name** of the repository (`aws_ecr_repository.NAME.name`), neither its URL nor its ARN.',
    },
    {
      name: 'policy',
      type: 'string',
      required: true,
      forcesReplacement: true,
      role: 'lifecycle-policy',
      documentation:
        'The policy as JSON text, 100 to 30,720 characters without white space: best written as `jsonencode({ rules = [ … ] })`. The provider only checks that it is JSON; AWS checks the rest on apply.',
    },
    REGION_ARGUMENT,
  ],
  blocks: [],
};
