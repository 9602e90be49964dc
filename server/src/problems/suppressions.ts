import { isBlank, lineEnd, lineStart, nextLineStart } from '../syntax/edit/lines.ts';
import type { Piece } from '../syntax/tree/file.ts';
import { treeOfPiece } from '../syntax/tree/file.ts';
import type { PieceInFile } from '../syntax/tree/place.ts';
import type { Block, Body, Comment, Range } from '../syntax/tree/tree.ts';

/** A comment `terraform-ecr-ignore: id[, id] reason`, and the range of its piece that it covers. */
export interface Suppression {
  readonly source: PieceInFile;
  readonly comment: Comment;
  readonly ids: readonly SuppressedId[];
  readonly covered: Range;
}

export interface SuppressedId extends Range {
  readonly id: string;
}

const MARK = 'terraform-ecr-ignore:';

/**
 * The suppressions of a piece. One at the end of a line covers that line, one on its own line the next line; at a
 * block's header either covers the whole block.
 */
export function readSuppressions(uri: string, piece: Piece): Suppression[] {
  if (!piece.text.includes(MARK)) return [];
  const source: PieceInFile = { uri, piece };
  const { body, comments } = treeOfPiece(piece);
  return comments.flatMap((comment) => {
    const ids = readIds(piece.text, comment);
    return ids.length === 0 ? [] : [{ source, comment, ids, covered: coveredBy(piece.text, body, comment) }];
  });
}

function readIds(text: string, { start, end }: Comment): SuppressedId[] {
  const ids: SuppressedId[] = [];
  const mark = text.indexOf(MARK, start);
  if (mark === -1 || mark >= end) return ids;
  const pattern = /\s*([a-z][a-z0-9-]*)(\s*,)?/y;
  pattern.lastIndex = mark + MARK.length;
  for (let match = pattern.exec(text); match !== null && pattern.lastIndex <= end; match = pattern.exec(text)) {
    const [whole, id = '', comma = ''] = match;
    const idStart = match.index + whole.length - comma.length - id.length;
    ids.push({ id, start: idStart, end: idStart + id.length });
    if (comma === '') break;
  }
  return ids;
}

function coveredBy(text: string, body: Body, comment: Comment): Range {
  const ownLine = isBlank(text, lineStart(text, comment.start), comment.start);
  const line = ownLine ? nextCodeLine(text, comment.end) : lineStart(text, comment.start);
  return blockBeginningOn(text, body, line) ?? { start: line, end: lineEnd(text, line) };
}

/** The start of the first line below that is neither blank nor a comment. */
function nextCodeLine(text: string, offset: number): number {
  let line = nextLineStart(text, offset);
  while (line < text.length && /^\s*(#|\/\/|$)/.test(text.slice(line, lineEnd(text, line))))
    line = nextLineStart(text, line);
  return line;
}

function blockBeginningOn(text: string, body: Body, line: number): Block | null {
  for (const item of body.items) {
    if (item.kind !== 'Block') continue;
    if (lineStart(text, item.start) === line) return item;
    if (item.start < line && line < item.end) return blockBeginningOn(text, item.body, line);
  }
  return null;
}
