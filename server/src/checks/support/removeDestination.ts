import type { BlockBody, EcrBlock } from '../../ecr/blocks/ecrBlock.ts';
import type { Fix } from '../../ecr/edits/change.ts';

/** A fix that removes one of several destinations from a rule; none when a `dynamic` block makes it. */
export function removeDestination(
  { declaration }: EcrBlock,
  { block }: BlockBody,
  destinations: readonly { readonly body: BlockBody }[],
): Fix[] {
  if (block.type.text !== 'destination' || destinations.length < 2) return [];
  return [
    {
      title: 'Remove the destination',
      kind: 'choice',
      changes: [{ kind: 'remove-nested-block', declaration, block }],
    },
  ];
}
