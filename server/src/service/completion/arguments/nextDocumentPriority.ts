import { attributeOf, blocksOf } from '../../../module/declarations/declarations.ts';
import { largestOf } from '../../../syntax/arrays.ts';
import type { Attribute, Block } from '../../../syntax/tree/tree.ts';

/** One more than the largest priority that the rules of a document spell; `except` is the one being written. */
export function nextDocumentPriority(document: Block, except: Attribute | null = null): number {
  const written = blocksOf(document.body).flatMap((rule) => {
    const attribute = attributeOf(rule, 'priority');
    const isOther = attribute !== undefined && attribute !== except;
    return isOther && attribute.value.kind === 'NumberLiteral' ? [Number(attribute.value.text)] : [];
  });
  const whole = written.filter((number) => Number.isSafeInteger(number));
  return largestOf(whole, 0) + 1;
}
