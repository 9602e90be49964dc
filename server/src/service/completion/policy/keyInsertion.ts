import type { Range } from '../../../syntax/tree/tree.ts';
import type { Point } from '../../cursor/point.ts';
import type { CompletionContext, InsidePolicy } from '../../cursor/policy/policyCursor.ts';
import type { Insertion } from '../items/completionItem.ts';
import { insertAt } from '../items/slots.ts';
import type { Snippet } from '../items/snippet.ts';
import type { PrintStyle } from './policyPrint.ts';
import { printKey } from './policyPrint.ts';

/** The surroundings of the cursor, apart from the key at it. */
export function withoutOwnKey({ around, slot }: Pick<InsidePolicy, 'around' | 'slot'>): CompletionContext {
  const { object } = around;
  if (object === null) return around;
  // A key that begins where nothing is typed yet is a different one.
  const isOwn = ({ start, end }: Range) =>
    start < slot.start || slot.end > slot.start ? end >= slot.start && start <= slot.end : false;
  const members = object.members.filter(({ keyPlace }) => !isOwn(keyPlace));
  return { ...around, object: { ...object, members } };
}

/** Inserts a key, followed by the text of `printValue` when there is no value yet. */
export function insertKey(
  point: Point,
  { slot, spelling, hasOperator, needsComma }: InsidePolicy & { readonly hasOperator: boolean },
  key: string,
  printValue: (style: PrintStyle) => Snippet,
): Insertion {
  const comma = needsComma ? ',' : '';
  const name = slot.quotes === 'none' ? printKey(key, spelling) : key;
  if (hasOperator) return insertAt(point, slot, [slot.quotes === 'open' ? `${name}"` : name], spelling.quote);
  const closingQuote = slot.quotes === 'none' ? '' : '"';
  const end = slot.quotes === 'both' ? slot.end + spelling.quote.length : slot.end;
  const isInline = spelling.isInline || !startsLine(point.text, slot.start);
  const value = printValue({ spelling, isInline });
  return insertAt(
    point,
    { ...slot, end },
    [`${name}${closingQuote}`, spelling.operator, ...value, comma],
    spelling.quote,
  );
}

/** True when only white space and quotes precede the offset on its line. */
function startsLine(text: string, offset: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trim();
  return before === '' || before === '"';
}
