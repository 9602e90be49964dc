/**
 * Values of `image_tag_mutability`.
 * Source: hashicorp/terraform-provider-aws 6.68.0, `internal/service/ecr/repository.go`. Read 2026-11-22.
 */
import type { EnumerationValue } from '../enumeration.ts';

export const IMAGE_TAG_MUTABILITIES: readonly EnumerationValue[] = [
  {
    value: 'MUTABLE',
    documentation: 'A tag can be pushed again and then points to another image. The default of the resource.',
  },
  {
    value: 'IMMUTABLE',
    documentation: 'A tag stays with its image forever; pushing it again is refused, `latest` too.',
  },
  {
    value: 'IMMUTABLE_WITH_EXCLUSION',
    documentation:
      'Immutable except for the tags that the `image_tag_mutability_exclusion_filter` blocks name; at least one is required. Needs provider 6.8.0.',
  },
  {
    value: 'MUTABLE_WITH_EXCLUSION',
    documentation:
      'Mutable except for the tags that the `image_tag_mutability_exclusion_filter` blocks name; at least one is required. Needs provider 6.8.0.',
  },
];
