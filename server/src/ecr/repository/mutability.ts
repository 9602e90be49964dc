import { IMAGE_TAG_MUTABILITIES } from '../../facts/repository/imageTagMutability.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import type { BlockTerm } from '../../syntax/edit/term.ts';
import type { Change } from '../edits/change.ts';
import type { Repository } from './repositoryBlock.ts';

/** The values of `image_tag_mutability`. */
export const MUTABILITIES: readonly string[] = IMAGE_TAG_MUTABILITIES.map(({ value }) => value);

/** The suffix of the values that need exclusion filters. */
export const EXCLUSION_SUFFIX = '_WITH_EXCLUSION';

/** The filter that fixes write: the one mutable tag that most repositories have. */
export const LATEST_FILTER: BlockTerm = {
  type: 'image_tag_mutability_exclusion_filter',
  labels: [],
  arguments: [
    { name: 'filter', value: { kind: 'literal', value: 'latest*' } },
    { name: 'filter_type', value: { kind: 'literal', value: 'WILDCARD' } },
  ],
  blocks: [],
};

/** The title of every fix that makes tags immutable except for `latest*`. */
export const EXCLUDE_LATEST = 'Make tags immutable except latest* (IMMUTABLE_WITH_EXCLUSION)';

/** Makes the tags of a repository immutable, except those that start with `latest`. */
export function excludeLatestChanges(declaration: BlockDeclaration): readonly Change[] {
  const term = { kind: 'literal', value: 'IMMUTABLE_WITH_EXCLUSION' } as const;
  return [
    { kind: 'set-argument', declaration, name: 'image_tag_mutability', term },
    { kind: 'add-nested-block', declaration, block: LATEST_FILTER },
  ];
}

/** The known mutability, or `unset` without the argument; null when unknown or invalid. */
export function mutabilityOf({ mutability, damaged }: Repository): string | null {
  if (mutability === null) return damaged ? null : 'unset';
  if (mutability.value.kind === 'null') return 'unset';
  if (mutability.value.kind !== 'string') return null;
  return MUTABILITIES.includes(mutability.value.value) ? mutability.value.value : null;
}
