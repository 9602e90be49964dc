/**
 * Arguments and blocks that every resource accepts. Source: Terraform language documentation 1.14, "Meta-arguments";
 * hashicorp/terraform-provider-aws 6.68.0 for `region`. Read 2026-11-22.
 */
import type { ArgumentFact, BlockFact } from './resourceSchema.ts';

export const REGION_ARGUMENT: ArgumentFact = {
  name: 'region',
  type: 'string',
  required: false,
  defaultValue: 'the region of the provider',
  forcesReplacement: true,
  since: '6.0.0',
  documentation: 'The AWS region of the resource.',
};

export const META_ARGUMENTS: readonly ArgumentFact[] = [
  {
    name: 'for_each',
    type: 'expression',
    required: false,
    documentation:
      'Creates one instance for each element of a map or a set of strings: `each.key`, `each.value`. Not together with `count`.',
  },
  {
    name: 'count',
    type: 'number',
    required: false,
    documentation: 'Creates this many instances, numbered by `count.index`. Not together with `for_each`.',
  },
  {
    name: 'provider',
    type: 'expression',
    required: false,
    documentation: 'Another provider configuration, such as `aws.eu`.',
  },
  {
    name: 'depends_on',
    type: 'expression',
    required: false,
    documentation: 'Resources and modules that must exist first, if no reference implies it.',
  },
];

/**
 * The arguments of a `dynamic` block in addition to its `content`. Source: Terraform language documentation 1.14,
 * "dynamic Blocks".
 */
export const DYNAMIC_ARGUMENTS: readonly ArgumentFact[] = [
  {
    name: 'for_each',
    type: 'expression',
    required: true,
    documentation:
      'Creates one block for each element: its `key` and `value` are those of a variable named like the block.',
  },
  {
    name: 'iterator',
    type: 'expression',
    required: false,
    defaultValue: 'the name of the block',
    documentation: 'Another name for the variable of the element, without quotes.',
  },
];

export const LIFECYCLE_BLOCK: BlockFact = {
  name: 'lifecycle',
  maximum: 1,
  documentation: "How Terraform treats changes of the resource. It has nothing to do with ECR's lifecycle policies.",
  arguments: [
    {
      name: 'prevent_destroy',
      type: 'boolean',
      required: false,
      defaultValue: 'false',
      documentation: 'Makes Terraform refuse every plan that would destroy or replace the resource.',
    },
    {
      name: 'ignore_changes',
      type: 'expression',
      required: false,
      documentation: 'Arguments whose differences Terraform ignores: `[tags]`, or `all`.',
    },
    {
      name: 'create_before_destroy',
      type: 'boolean',
      required: false,
      defaultValue: 'false',
      documentation:
        'Creates the replacement before the old one is destroyed. On `aws_ecr_lifecycle_policy` this deletes the new policy along with the old one.',
    },
    {
      name: 'replace_triggered_by',
      type: 'expression',
      required: false,
      since: 'Terraform 1.2',
      documentation: 'References whose change replaces this resource.',
    },
  ],
  blocks: [],
};
