import { firstCommentAbove } from '../../ecr/documents/spelling/itemTexts.ts';
import { readSuppressions } from '../../problems/suppressions.ts';
import { lineEnd, nextLineStart } from '../../syntax/edit/lines.ts';
import type { SourceEdit } from '../../syntax/edit/sourceEdit.ts';
import { treeOfPiece } from '../../syntax/tree/file.ts';
import type { PieceInFile } from '../../syntax/tree/place.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Block, Range } from '../../syntax/tree/tree.ts';

/** The edit that inserts a block above another one and its comments. */
export function insertAbove(source: PieceInFile, block: Block, text: string): SourceEdit {
  const line = firstCommentAbove(source.piece.text, block.start, treeOfPiece(source.piece).comments);
  // A byte order mark stays at the beginning of its file.
  const at = source.piece.text[line] === '\uFEFF' ? line + 1 : line;
  return { place: placeOf(source, { start: at, end: at }), text: `${text}\n\n` };
}

/** The comments that an edit removes, except those inside the parts that it keeps. */
export function commentsLostBy({ place }: SourceEdit, kept: Range): readonly string[] {
  const lost = treeOfPiece(place.piece).comments.filter(({ start, end }) => {
    const isKept = kept.start <= start && end <= kept.end;
    return place.start <= start && end <= place.end && !isKept;
  });
  return lost.map(({ start, end }) => place.piece.text.slice(start, end).trimEnd());
}

/** The edit that removes a top-level block with the comments and blank lines above it. */
export function removeBlock(source: PieceInFile, block: Block): SourceEdit {
  const { text } = source.piece;
  const tree = treeOfPiece(source.piece);
  const from = firstCommentAbove(text, block.start, tree.comments);
  const start = text.slice(0, from).trimEnd().length;
  const keepsLine = start === 0 ? 0 : nextLineStart(text, start);
  return { place: placeOf(source, { start: keepsLine, end: nextLineStart(text, block.end) }), text: '' };
}

/**
 * Why an expression must not leave its block: problems that a comment suppresses there would reappear at the new place.
 */
export function silenceAround(source: PieceInFile, range: Range): string | null {
  return isSilenced(source, range, false)
    ? 'A comment silences problems here, which would be reported at the new place.'
    : null;
}

/** Why an expression must not move to other lines: problems that a comment suppresses on one of them would reappear. */
export function silenceOnLine(source: PieceInFile, range: Range): string | null {
  return isSilenced(source, range, true)
    ? 'A comment silences problems on this line, which would be reported again.'
    : null;
}

function isSilenced({ uri, piece }: PieceInFile, { start, end }: Range, onLineOnly: boolean): boolean {
  return readSuppressions(uri, piece).some(({ comment, covered }) => {
    const isInside = start <= comment.start && comment.end <= end;
    const isLine = covered.end <= lineEnd(piece.text, covered.start);
    return !isInside && covered.start <= end && start <= covered.end && (isLine || !onLineOnly);
  });
}
