import { firstCommentAbove } from '../../../ecr/documents/spelling/itemTexts.ts';
import type { LocalDeclaration } from '../../../module/declarations/declarations.ts';
import { removeItem } from '../../../syntax/edit/blockEdits.ts';
import { lineEnd } from '../../../syntax/edit/lines.ts';
import type { SourceEdit } from '../../../syntax/edit/sourceEdit.ts';
import { treeOfPiece } from '../../../syntax/tree/file.ts';
import type { Block } from '../../../syntax/tree/tree.ts';
import { removeBlock } from '../topLevel.ts';

/** The edit that removes a local with its comments, and with its block when it is the last. */
export function removeLocal(declaration: LocalDeclaration): SourceEdit {
  const { source, attribute } = declaration;
  const block = blockOfLast(declaration);
  if (block !== null) return removeBlock(source, block);
  const { text } = source.piece;
  const tree = treeOfPiece(source.piece);
  const start = firstCommentAbove(text, attribute.start, tree.comments);
  const line = lineEnd(text, attribute.end);
  const behind = tree.comments.findLast((comment) => comment.start >= attribute.end && comment.start < line);
  return removeItem(source, { start, end: behind?.end ?? attribute.end });
}

/** The block of a local that is its only one. */
function blockOfLast({ source, attribute }: LocalDeclaration): Block | null {
  const { items } = treeOfPiece(source.piece).body;
  const around = items.find(({ start, end }) => start <= attribute.start && attribute.end <= end);
  return around?.kind === 'Block' && around.body.items.length === 1 ? around : null;
}
