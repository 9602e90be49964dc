import { LANGUAGE_BLOCKS, languageBlock } from '../../../facts/language/blocks.ts';
import { bodyFact } from '../../../facts/provider/resources.ts';
import { treeOfPiece } from '../../../syntax/tree/file.ts';
import type { Block } from '../../../syntax/tree/tree.ts';
import { blockCursor, itemAt } from '../../cursor/block/blockCursor.ts';
import type { Point, Slot } from '../../cursor/point.ts';
import { argumentNameItems } from '../arguments/argumentNames.ts';
import { argumentValueItems } from '../arguments/argumentValues.ts';
import type { Draft } from '../items/completionItem.ts';
import { insertBody } from '../items/slots.ts';

/** The blocks of the language, each with its labels and body, for a line at top level. */
export function keywordItems(point: Point, slot: Slot): Draft[] {
  const typed = point.text.slice(slot.start, point.offset);
  return LANGUAGE_BLOCKS.filter(({ type }) => type.startsWith(typed)).map(({ type, documentation, body }) => ({
    label: type,
    kind: 'block',
    detail: 'block',
    documentation,
    insert: insertBody(point, slot, `${type}${body}`),
  }));
}

/** The content of a block that is not an ECR type: the arguments of the language, and their values. */
export function languageArgumentItems(point: Point): Draft[] {
  const block = blockAround(point);
  const schema = block === null ? undefined : languageBlock(block.type.text);
  if (block === null || schema === undefined || bodyFact(block.type.text, block.labels[0]?.text ?? '')) return [];
  const cursor = blockCursor(point, block, schema);
  if (cursor?.kind === 'argument-name') return argumentNameItems(point, cursor);
  return cursor?.kind === 'argument-value' ? argumentValueItems(point, cursor) : [];
}

/** The top-level block around the cursor. */
export function blockAround({ offset, source, text }: Point): Block | null {
  const item = itemAt(treeOfPiece(source.piece).body, offset, text.length)?.item;
  if (item?.kind !== 'Block' || item.open === null || offset < item.open.end) return null;
  return item.close !== null && offset > item.close.start ? null : item;
}
