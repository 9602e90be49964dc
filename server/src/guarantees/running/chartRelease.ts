import { memberOf } from '../../evaluate/values/partsOfValue.ts';
import type { Value } from '../../evaluate/values/value.ts';
import { blocksOf } from '../../module/declarations/declarations.ts';
import { HOLE } from '../../syntax/tree/mappedText.ts';
import type { Block } from '../../syntax/tree/tree.ts';
import type { WrittenImage } from './writtenImage.ts';
import { imagesIn } from './writtenImage.ts';

type Evaluate = (name: string, within: Block) => Value | null;

/** The images that a release of a chart sets: by one value `image`, or by `image.repository` and `image.tag`. */
export function imagesOfRelease(block: Block, evaluate: Evaluate): readonly WrittenImage[] {
  const set = new Map<string, Value>();
  const add = (name: Value | null | undefined, value: Value | null | undefined) => {
    if (name?.kind === 'string' && value) set.set(name.value, value);
  };
  for (const nested of blocksOf(block.body)) {
    if (nested.type.text === 'set') add(evaluate('name', nested), evaluate('value', nested));
  }
  const list = evaluate('set', block);
  for (const item of list?.kind === 'list' ? list.items : []) {
    if (item.kind === 'object') add(memberOf(item, 'name')?.value, memberOf(item, 'value')?.value);
  }
  return [...set].flatMap(([name, value]) => {
    if (name === 'image' || name.endsWith('.image')) return imagesIn(value);
    if (!/(^|[.])image[.]repository$/.test(name)) return [];
    const tag = set.get(name.replace(/repository$/, 'tag'));
    return tag?.kind === 'string' ? withTag(value, tag.value) : [];
  });
}

/** A repository, which is given without a tag, and the separate tag. */
function withTag(repository: Value, tag: string): readonly WrittenImage[] {
  if (repository.kind === 'unknown') {
    const { place, expression } = repository;
    const source = { uri: place.uri, piece: place.piece };
    return [{ text: `${HOLE}:${tag}`, beginning: { source, expression }, place }];
  }
  return imagesIn(repository).map((image) => ({ ...image, text: `${image.text}:${tag}` }));
}
