import type { Piece, SyntaxFile } from './file.ts';
import type { Range } from './tree.ts';

/**
 * A range inside one piece of one file. It survives edits elsewhere in the file, because the piece does; `resolvePlace`
 * turns it into offsets of a given version.
 */
export interface Place extends Range {
  readonly uri: string;
  readonly piece: Piece;
}

/** A piece and its file, which turn a node into a place. */
export interface PieceInFile {
  readonly uri: string;
  readonly piece: Piece;
}

/** The place of a node of `source`'s tree. */
export function placeOf(source: PieceInFile, range: Range): Place {
  return { uri: source.uri, piece: source.piece, start: range.start, end: range.end };
}

/**
 * True for two places that begin at the same character of one piece: text that is written once and read several times.
 */
export function beginsAtSamePlace(one: Place, other: Place): boolean {
  return one.piece === other.piece && one.start === other.start;
}

/** True for two places with the same characters of one piece. */
export function isSamePlace(one: Place, other: Place): boolean {
  return beginsAtSamePlace(one, other) && one.end === other.end;
}

/** True for a place inside another one, or equal to it. */
export function isInPlace(inner: Place, outer: Place): boolean {
  return inner.piece === outer.piece && outer.start <= inner.start && inner.end <= outer.end;
}

const numbers = new WeakMap<Piece, number>();
let pieces = 0;

/** A text for the start of a place, the same for places that begin at the same character of one piece. */
export function keyOfStart({ piece, start }: Place): string {
  let number = numbers.get(piece);
  if (number === undefined) {
    number = pieces;
    pieces += 1;
    numbers.set(piece, number);
  }
  return `${number} ${start}`;
}

/** The source text of a place. */
export function textOf(place: Place): string {
  return place.piece.text.slice(place.start, place.end);
}

const offsetsByFile = new WeakMap<SyntaxFile, ReadonlyMap<Piece, number>>();

function offsetsOf(file: SyntaxFile): ReadonlyMap<Piece, number> {
  let offsets = offsetsByFile.get(file);
  if (offsets === undefined) {
    offsets = new Map(file.pieces.map(({ piece, offset }) => [piece, offset]));
    offsetsByFile.set(file, offsets);
  }
  return offsets;
}

/** The file offset of a piece in this version, or undefined when this version no longer has it. */
function offsetOfPiece(file: SyntaxFile, piece: Piece): number | undefined {
  return offsetsOf(file).get(piece);
}

/** The place as half-open UTF-16 offsets of the file, or undefined when this version no longer has its piece. */
export function resolvePlace(file: SyntaxFile, place: Place): Range | undefined {
  const offset = offsetOfPiece(file, place.piece);
  return offset === undefined ? undefined : { start: offset + place.start, end: offset + place.end };
}

/** The piece that holds a file offset (the last one at the end of the text), found by bisection. */
export function pieceAt(file: SyntaxFile, offset: number): { readonly piece: Piece; readonly offset: number } {
  let low = 0;
  let high = file.pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const placed = file.pieces[middle];
    if (placed !== undefined && placed.offset <= offset) low = middle;
    else high = middle - 1;
  }
  const found = file.pieces[low];
  if (found === undefined) throw new RangeError('a syntax file has at least one piece');
  return found;
}
