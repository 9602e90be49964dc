import type { AccessCursor } from '../../cursor/access/accessCursor.ts';
import type { Point } from '../../cursor/point.ts';
import type { Draft } from '../items/completionItem.ts';
import { insertAt } from '../items/slots.ts';
import { stop } from '../items/snippet.ts';

interface Text {
  readonly label: string;
  readonly detail: string;
  readonly documentation: string;
  /** The inserted text, if it differs from the label. */
  readonly text?: string;
  /** True for a text that the user replaces. */
  readonly isExample?: boolean;
}

/** A text with the missing quotes and brackets at the cursor. */
export function textItem(
  point: Point,
  cursor: AccessCursor,
  { label, detail, documentation, text = label, isExample }: Text,
): Draft {
  const { slot, spelling, needsComma } = cursor;
  const open = slot.quotes === 'none' ? '"' : '';
  const close = slot.quotes === 'both' ? '' : '"';
  const comma = needsComma && slot.quotes !== 'both' ? ',' : '';
  const content = isExample === true ? stop(text) : text;
  const [before, after] = listAround(cursor);
  return {
    label,
    kind: 'value',
    detail,
    documentation,
    insert: insertAt(point, slot, [`${before}${open}`, content, `${close}${after}${comma}`], spelling.quote),
  };
}

/** An expression of Terraform: bare in its own language, as an interpolation inside quotes. */
export function referenceItem(point: Point, cursor: AccessCursor, address: string, documentation: string): Draft {
  const isBare = cursor.slot.quotes === 'none' && cursor.spelling.language === 'hcl';
  if (!isBare) {
    const item = textItem(point, cursor, {
      label: address,
      detail: 'reference',
      documentation,
      text: `\${${address}}`,
    });
    return { ...item, kind: 'reference' };
  }
  const [before, after] = listAround(cursor);
  const comma = cursor.needsComma ? ',' : '';
  return {
    label: address,
    kind: 'reference',
    documentation,
    insert: insertAt(point, cursor.slot, [`${before}${address}${after}${comma}`], cursor.spelling.quote),
  };
}

/** The brackets that an argument of the data source needs but the JSON does not. */
function listAround({ part, isItem, slot, spelling, inBlocks }: AccessCursor): readonly [string, string] {
  const isList = ['action', 'resource', 'principal', 'condition-value'].includes(part.what);
  return inBlocks && isList && !isItem && slot.quotes === 'none' && spelling.language === 'hcl' ? ['[', ']'] : ['', ''];
}
