import { memberOf } from '../../evaluate/values/partsOfValue.ts';
import type { Value } from '../../evaluate/values/value.ts';
import { attributeOf, blocksOf } from '../../module/declarations/declarations.ts';
import type { PieceInFile } from '../../syntax/tree/place.ts';
import type { Block, Expression } from '../../syntax/tree/tree.ts';
import type { ImageReader } from './composedImage.ts';
import { textOf, withTag } from './composedImage.ts';
import type { WrittenImage } from './writtenImage.ts';
import { imagesIn } from './writtenImage.ts';

type Evaluate = (name: string, within: Block) => Value | null;

/** The images that a release of a chart sets by `set`: one value `image`, or `image.repository` and `image.tag`. */
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

/** Deeper values are not examined. */
const DEPTH_LIMIT = 20;

/** The images in the `values` of a release, which are YAML: written, or encoded from an object. */
export function imagesInValues(block: Block, source: PieceInFile, reader: ImageReader): readonly WrittenImage[] {
  const list = attributeOf(block, 'values')?.value;
  const items = list?.kind === 'TupleExpression' ? list.items : [];
  return items.flatMap((item) => {
    const decoded = reader.evaluate({ source, expression: decodedOf(item) });
    return imagesUnder(decoded, 0);
  });
}

/** The expression of the object behind an item: what `yamlencode` or `jsonencode` encodes, else the text decoded. */
function decodedOf(item: Expression): Expression {
  const [encoded] = item.kind === 'FunctionCall' ? item.arguments : [];
  const isEncoded = item.kind === 'FunctionCall' && ['yamlencode', 'jsonencode'].includes(item.name.text);
  if (isEncoded && encoded !== undefined) return encoded;
  const { start, end } = item;
  const range = { start, end };
  const name = { kind: 'Name' as const, text: 'yamldecode', ...range };
  return { kind: 'FunctionCall', name, open: range, arguments: [item], expansion: null, close: range, ...range };
}

function imagesUnder(value: Value, depth: number): readonly WrittenImage[] {
  if (depth > DEPTH_LIMIT) return [];
  if (value.kind === 'alternatives') return value.options.flatMap((option) => imagesUnder(option, depth + 1));
  if (value.kind === 'list') return value.items.flatMap((item) => imagesUnder(item, depth + 1));
  if (value.kind !== 'object') return [];
  return value.members.flatMap(({ key, value: member }) => {
    if (key !== 'image') return imagesUnder(member, depth + 1);
    if (member.kind !== 'object') return imagesIn(member);
    const [repository, tag] = [memberOf(member, 'repository')?.value, memberOf(member, 'tag')?.value];
    const text = tag === undefined ? null : textOf(tag);
    return repository === undefined || text === null ? [] : withTag(repository, text);
  });
}
