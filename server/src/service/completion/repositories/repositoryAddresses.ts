import type { RepositoryPlaceCursor } from '../../cursor/block/repositoryPlaceCursor.ts';
import type { Point } from '../../cursor/point.ts';
import type { Draft } from '../items/completionItem.ts';
import { insertAt } from '../items/slots.ts';
import type { Snippet } from '../items/snippet.ts';
import { stop } from '../items/snippet.ts';
import { instanceKey, repositoriesFor } from './ecrResources.ts';

const DOCUMENTATION = {
  repository_url: 'The URL of the repository, which the tag of an image follows.',
  arn: 'The ARN of the repository.',
  name: 'The name of the repository.',
} as const;

/** References to the module's repositories in the form of the place. */
export function repositoryPlaceItems(point: Point, { place, owner, slot }: RepositoryPlaceCursor): Draft[] {
  return repositoriesFor(point.module, owner).map((repository) => {
    const reference = `${repository.address}${instanceKey(repository)}.${place.attribute}`;
    return {
      label: reference,
      kind: 'reference',
      documentation: DOCUMENTATION[place.attribute],
      insert: insertAt(point, slot, written(reference, place.isImage, slot.quotes)),
    };
  });
}

/** A reference alone is written bare; in a string, or followed by a tag, it becomes an interpolation. */
function written(reference: string, isImage: boolean, quotes: 'none' | 'open' | 'both'): Snippet {
  if (quotes === 'none' && !isImage) return [reference];
  const open = quotes === 'none' ? '"' : '';
  const close = quotes === 'both' ? '' : '"';
  const tag: Snippet = isImage ? [':', stop('latest')] : [];
  return [`${open}\${${reference}}`, ...tag, close];
}
