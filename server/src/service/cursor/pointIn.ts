import { isJsonConfiguration } from '../../embedded/terraformJson.ts';
import type { Module } from '../../module/module.ts';
import type { PlacedPiece } from '../../syntax/tree/file.ts';
import { treeOfPiece } from '../../syntax/tree/file.ts';
import { pieceAt } from '../../syntax/tree/place.ts';
import type { Comment } from '../../syntax/tree/tree.ts';
import type { Point } from './point.ts';

/** The cursor at a file offset (UTF-16) in its piece; null outside files in Terraform's own language. */
export function pointIn(module: Module, uri: string, offset: number): Point | null {
  const file = module.file(uri);
  if (file === undefined || isJsonConfiguration(uri)) return null;
  const placed = pieceOfCursor(file.syntax.pieces, pieceAt(file.syntax, offset), offset);
  const end = Math.max(placed.offset + placed.piece.text.length, offset);
  return {
    module,
    source: { uri, piece: placed.piece },
    text:
      end === placed.offset + placed.piece.text.length ? placed.piece.text : file.syntax.text.slice(placed.offset, end),
    base: placed.offset,
    offset: offset - placed.offset,
  };
}

/** The comment that the cursor is in; null outside comments. */
export function commentAt(point: Point): Comment | null {
  return treeOfPiece(point.source.piece).comments.find((comment) => isInComment(comment, point)) ?? null;
}

/** White space after an unclosed block is still inside it, although it belongs to the next piece. */
function pieceOfCursor(pieces: readonly PlacedPiece[], found: PlacedPiece, offset: number): PlacedPiece {
  const isLeading = found.piece.text.slice(0, offset - found.offset).trim() === '';
  const index = isLeading ? pieces.indexOf(found) : -1;
  const previous = pieces[index - 1];
  const last = previous && treeOfPiece(previous.piece).body.items.at(-1);
  const isOpen = last?.kind === 'Block' && last.open !== null && last.close === null;
  return previous !== undefined && isOpen ? previous : found;
}

function isInComment({ start, end, style }: Comment, { offset }: Point): boolean {
  return offset > start && (style === '/*' ? offset < end : offset <= end);
}
