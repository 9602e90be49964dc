import type { Repository } from '../../ecr/repository.ts';
import { IMAGE_TAG_MUTABILITIES } from '../../facts/imageTagMutability.ts';

/** The values of `image_tag_mutability`. */
export const MUTABILITIES: readonly string[] = IMAGE_TAG_MUTABILITIES.map(({ value }) => value);

/** What ends the values that need exclusion filters. */
export const EXCLUSION_SUFFIX = '_WITH_EXCLUSION';

/** The mutability that is sure, `unset` where the block has none; null where it is unknown or none there is. */
export function mutabilityOf({ mutability, damaged }: Repository): string | null {
  if (mutability === null) return damaged ? null : 'unset';
  if (mutability.value.kind === 'null') return 'unset';
  if (mutability.value.kind !== 'string') return null;
  return MUTABILITIES.includes(mutability.value.value) ? mutability.value.value : null;
}
