import type { BlockBody, EcrBlock } from '../../ecr/blocks/ecrBlock.ts';
import type { Fix } from '../../ecr/edits/change.ts';

/** The fix that takes a destination out of a rule with others; none for one that a `dynamic` block makes. */
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
