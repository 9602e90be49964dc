import { nearestName } from '../nearestName.ts';
import type { Repository } from './repositoryBlock.ts';

/** True when the block has a near-misspelling of this name; then it is not reported as missing. */
export function isMisspelt({ declaration }: Repository, name: string): boolean {
  return declaration.block.body.items.some((item) => {
    const written = item.kind === 'Attribute' ? item.name.text : item.type.text;
    return written !== name && nearestName(written, [name]) !== undefined;
  });
}
