import { treeOfPiece } from '../../../syntax/tree/file.ts';
import type { Point, Slot } from '../point.ts';
import { bareSlot } from '../point.ts';
import { itemAt } from './blockCursor.ts';

/** Files with blocks at top level; a variables file has assignments. */
const CONFIGURATION = /\.(?:tf|tofu)$/;

/** The word at the start of a top-level line in a file with blocks, if it is alone there; else null. */
export function topLevelSlot(point: Point): Slot | null {
  const { offset, source, text } = point;
  if (!CONFIGURATION.test(source.uri)) return null;
  const slot = bareSlot(text, offset);
  if (!isAloneOnLine(text, slot)) return null;
  const item = itemAt(treeOfPiece(source.piece).body, offset, text.length)?.item;
  if (item === undefined || offset > item.end) return isAfterOpen(point) ? null : slot;
  // A word without a brace is not a block yet.
  const isWord = item.kind === 'Block' && item.open === null && offset <= item.type.end;
  return isWord ? slot : null;
}

/** True after a block that lacks its closing brace: the cursor is still inside. */
function isAfterOpen({ offset, source }: Point): boolean {
  const last = treeOfPiece(source.piece).body.items.findLast(({ start }) => start <= offset);
  return last?.kind === 'Block' && last.open !== null && last.close === null;
}

function isAloneOnLine(text: string, { start, end }: Slot): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const rest = text.slice(end, newline === -1 ? text.length : newline);
  return text.slice(lineStart, start).trim() === '' && rest.trim() === '';
}
