import type { SourceEdit } from '../../../syntax/edit/sourceEdit.ts';
import { treeOfPiece } from '../../../syntax/tree/file.ts';
import { placeOf } from '../../../syntax/tree/place.ts';
import type { DocumentChange } from '../documentChange.ts';
import type { PolicyList, PolicyNode } from '../documentNodes.ts';
import { editedText, insertItemTexts, itemTextsOf } from './itemTexts.ts';

/** Removes all items of a list except one; null when it is computed, and when comments in it would be lost. */
export function keepItem(list: PolicyList, item: PolicyNode): readonly SourceEdit[] | null {
  const texts = itemTextsOf(list);
  const kept = texts?.items[list.items.indexOf(item)];
  if (!texts?.sequence || kept === undefined) return null;
  const { text, open, close } = texts.sequence;
  const range = { start: open.start, end: close.end };
  const { comments } = treeOfPiece(texts.source.piece);
  if (comments.some(({ start, end }) => range.start <= start && end <= range.end)) return null;
  const written = `${text.slice(open.start, open.end)}${text.slice(kept.start, kept.end)}${text.slice(close.start, close.end)}`;
  return [{ place: placeOf(texts.source, range), text: written }];
}

/** Adds changed copies of an item; null when the item or the changed part is not written in the list. */
export function copyItem(
  list: PolicyList,
  item: PolicyNode,
  copies: readonly (readonly DocumentChange[])[],
  write: (change: DocumentChange) => readonly SourceEdit[] | null,
): readonly SourceEdit[] | null {
  const texts = itemTextsOf(list);
  const index = list.items.indexOf(item);
  const range = texts?.items[index];
  if (texts === null || range === undefined) return null;
  const { piece } = texts.source;
  const isInside = ({ place }: SourceEdit) =>
    place.piece === piece && range.start <= place.start && place.end <= range.end;
  const written: string[] = [];
  for (const changes of copies) {
    const edits = changes.map(write);
    const known = edits.filter((some) => some !== null).flat();
    if (edits.includes(null) || !known.every(isInside)) return null;
    const inText = known.map(({ place: { start, end }, text }) => ({ start, end, text }));
    written.push(editedText(piece.text, range, inText));
  }
  return insertItemTexts(texts, index, written).map((edit) => ({
    place: placeOf(texts.source, edit),
    text: edit.text,
  }));
}
