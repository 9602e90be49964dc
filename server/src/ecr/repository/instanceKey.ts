import { attributeOf } from '../../module/declarations/declarations.ts';
import type { Block } from '../../syntax/tree/tree.ts';

/** The key that selects an instance of a block inside another with the same repetition; empty without repetition. */
export function instanceKey(block: Block): '' | '[each.key]' | '[count.index]' {
  if (attributeOf(block, 'for_each') !== undefined) return '[each.key]';
  return attributeOf(block, 'count') === undefined ? '' : '[count.index]';
}
