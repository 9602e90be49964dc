/**
 * The top-level `import` block.
 * Source: hashicorp/terraform 1.11.4 and 1.17-dev, `internal/configs/import.go` and `config_build.go`;
 * opentofu/opentofu, CHANGELOG of 1.12; provider 6.11.0 for `identity`. Read 2026-11-30.
 */
import type { BodyFact } from '../provider/resourceSchema.ts';

export const IMPORT_DOCUMENTATION =
  'Takes an existing object into the state with the next apply. Allowed at the top level of the root module, from Terraform 1.16 also of called modules; the target needs a resource block. Needs Terraform or OpenTofu 1.5.';

/** The first releases with the block, and arguments that came later: the same numbers in Terraform and OpenTofu. */
export const IMPORT_SINCE = {
  block: '1.5',
  arguments: new Map([
    ['for_each', '1.7'],
    ['identity', '1.12'],
  ]),
};

/**
 * The first Terraform release that accepts import blocks in called modules; OpenTofu (1.13) accepts them only in the
 * root module.
 */
export const IMPORT_IN_MODULES_SINCE = '1.16';

export const IMPORT_BODY: BodyFact = {
  arguments: [
    {
      name: 'to',
      type: 'expression',
      required: true,
      role: 'import-target',
      documentation:
        'The address of the resource, without quotes: `aws_ecr_repository.NAME`, with its key if the resource has instances.',
    },
    {
      name: 'id',
      type: 'string',
      required: true,
      role: 'import-id',
      documentation:
        'What to import. For a repository its name, for a lifecycle policy the name of its repository: neither ARN nor URL. From Terraform and OpenTofu 1.12 `identity` can replace it.',
    },
    {
      name: 'for_each',
      type: 'expression',
      required: false,
      since: 'Terraform 1.7',
      documentation: 'Imports one object for each element; then `to` needs a key such as `[each.key]`.',
    },
    {
      name: 'provider',
      type: 'expression',
      required: false,
      documentation: 'Another provider configuration; only when configuration is generated.',
    },
  ],
  blocks: [],
};
