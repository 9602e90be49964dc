import { nearestName } from '../nearestName.ts';
import type { Repository } from './repositoryBlock.ts';

/** True when an argument or block stands there whose name is nearly this one: what it means is not missing. */
export function isMisspelt({ declaration }: Repository, name: string): boolean {
  return declaration.block.body.items.some((item) => {
    const written = item.kind === 'Attribute' ? item.name.text : item.type.text;
    return written !== name && nearestName(written, [name]) !== undefined;
  });
}
