import { blocksOf } from '../module/declarations/declarations.ts';
import type { Block, Body } from '../syntax/tree/tree.ts';

/** The nested blocks of a type: the written ones and the `content` of `dynamic` ones. */
export function nestedBlocks(body: Body, type: string): Block[] {
  return blocksOf(body).flatMap((block) => {
    if (block.type.text === type) return [block];
    if (block.type.text !== 'dynamic' || block.labels[0]?.text !== type) return [];
    return blocksOf(block.body).filter((content) => content.type.text === 'content');
  });
}
