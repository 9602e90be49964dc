import type { SourceEdit } from '../../ecr/change.ts';
import { firstCommentAbove } from '../../ecr/policy/ruleTexts.ts';
import { removeItem } from '../../ecr/writeBlock.ts';
import type { LocalDeclaration } from '../../module/declarations.ts';
import { lineEnd, lineStart } from '../../syntax/edit/lines.ts';
import type { Block, Comment } from '../../syntax/tree.ts';
import { commentsAbove, removeBlock } from './topLevel.ts';

/** The comments that go when a local does: above it, behind it, and those of its block when it is the last. */
export function remarksOfLocal(declaration: LocalDeclaration): readonly string[] {
  const { source, attribute } = declaration;
  const { text } = source.piece;
  const behind = commentsBehind(declaration).map(({ start, end }) => text.slice(start, end).trim());
  const own = [...commentsAbove(source, attribute), ...behind];
  const block = blockOfLast(declaration);
  if (block === null) return own;
  const inside = commentsIn(declaration, block).map(({ start, end }) => text.slice(start, end).trim());
  return [...commentsAbove(source, block), ...inside.filter((remark) => !own.includes(remark)), ...own];
}

/** The edit that removes a local with its comments, and with its block when it is the last. */
export function removeLocal(declaration: LocalDeclaration): SourceEdit {
  const { source, attribute } = declaration;
  const block = blockOfLast(declaration);
  if (block !== null) return removeBlock(source, block);
  const { text, tree } = source.piece;
  const start = firstCommentAbove(text, attribute.start, tree.comments);
  const end = commentsBehind(declaration).at(-1)?.end ?? attribute.end;
  return removeItem(source, { start, end });
}

/** The block of a local that is alone in it. */
function blockOfLast({ source, attribute }: LocalDeclaration): Block | null {
  const around = source.piece.tree.body.items.find(
    ({ start, end }) => start <= attribute.start && attribute.end <= end,
  );
  return around?.kind === 'Block' && around.body.items.length === 1 ? around : null;
}

/** The comments of a block that stand outside the local's value. */
function commentsIn({ source, attribute }: LocalDeclaration, block: Block): readonly Comment[] {
  return source.piece.tree.comments.filter(({ start, end }) => {
    return start >= block.start && end <= block.end && !(attribute.start <= start && end <= attribute.end);
  });
}

/** The comments behind a local on its last line. */
function commentsBehind({ source, attribute }: LocalDeclaration): readonly Comment[] {
  const { text, tree } = source.piece;
  const end = lineEnd(text, attribute.end);
  const start = Math.max(attribute.end, lineStart(text, attribute.end));
  return tree.comments.filter((comment) => comment.start >= start && comment.start < end);
}
