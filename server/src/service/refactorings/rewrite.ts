import type { SourceFiles } from '../../module/sources/sourceFiles.ts';
import { commonPrefix, commonSuffix } from '../../syntax/edit/commonText.ts';
import { layOut } from '../../syntax/edit/layout.ts';
import { newlineOf } from '../../syntax/edit/lines.ts';
import type { TextEdit } from '../../syntax/edit/listItems.ts';
import type { SourceEdit } from '../../syntax/edit/sourceEdit.ts';
import type { Piece } from '../../syntax/tree/file.ts';
import { resolvePlace } from '../../syntax/tree/place.ts';
import type { FileEdits } from '../fixes/fixEdits.ts';
import { applyEdits } from '../fixes/fixEdits.ts';

/**
 * The edits of a rewrite in this version of its files, one for each piece, with the file's own line ends. Lines that
 * were aligned as `terraform fmt` aligns them stay aligned. Null when edits overlap or a piece no longer exists.
 */
export function fileEditsOf(sources: SourceFiles, edits: readonly SourceEdit[]): FileEdits | null {
  const files = new Map<string, TextEdit[]>();
  const pieces = new Map<Piece, SourceEdit[]>();
  for (const edit of edits) pieces.set(edit.place.piece, [...(pieces.get(edit.place.piece) ?? []), edit]);
  for (const [piece, own] of pieces) {
    const uri = own[0]?.place.uri ?? '';
    const file = sources.syntaxOf(uri);
    const edit = file && editOfPiece(piece, own, newlineOf(file.text));
    const range = file && edit && resolvePlace(file, { uri, piece, ...edit });
    if (!edit || !range) return null;
    const end = edit.isEmpty && range.start === 0 ? range.end + blankLinesAt(file.text, range.end) : range.end;
    files.set(uri, [...(files.get(uri) ?? []), { start: range.start, end, text: edit.text }]);
  }
  return files;
}

/** The new text of a piece; `isEmpty` when nothing remains. */
interface PieceEdit extends TextEdit {
  readonly isEmpty: boolean;
}

/** The length of the blank lines at an offset, which are removed together with a file's first block. */
function blankLinesAt(text: string, offset: number): number {
  return /^(?:[ \t]*\r?\n)*/.exec(text.slice(offset))?.[0].length ?? 0;
}

function editOfPiece({ text }: Piece, edits: readonly SourceEdit[], newline: string): PieceEdit | null {
  const written = edits.map(({ place: { start, end }, text: added }) => {
    return { start, end, text: added.replaceAll(/\r?\n/g, newline) };
  });
  const applied = applyEdits(text, written);
  if (applied === null) return null;
  const changed = layOut(text) === text ? layOut(applied) : applied;
  const start = commonPrefix(text, changed);
  const kept = commonSuffix(text, changed, Math.min(text.length, changed.length) - start);
  const isEmpty = changed.trim() === '';
  return { start, end: text.length - kept, text: changed.slice(start, changed.length - kept), isEmpty };
}
