import { commonPrefix, commonSuffix } from '../edit/commonText.ts';
import { type Cut, Cutter, type KnownTail, unknownTail } from '../reader/cut.ts';
import { readTree } from '../reader/read.ts';
import type { Tree } from './tree.ts';

/**
 * A range of top-level text, read on its own. Caches depend on the identity of a piece: an edit elsewhere in the file
 * keeps the object, an edit inside makes a new one.
 */
export interface Piece {
  /** A private flat copy, so that a piece never keeps an old version of the whole file in memory. */
  readonly text: string;
  /** Read on first use and kept until `forget` is called. */
  readonly tree: Tree;
  /**
   * Drops the tree; the next use reads it again. Nodes already returned stay valid but are not identical to new ones.
   */
  forget(): void;
}

/** The tree of a piece, read on request. Do not keep it: a piece may forget it. */
export function treeOfPiece({ tree }: Piece): Tree {
  return tree;
}

export interface PlacedPiece {
  /** Offset of the piece in its file, UTF-16. */
  readonly offset: number;
  readonly piece: Piece;
}

/** One version of a file: pieces that cover its text without gap or overlap. Immutable. */
export interface SyntaxFile {
  readonly text: string;
  readonly pieces: readonly PlacedPiece[];
}

/** A piece with what an update needs to know about it. */
class ReadPiece implements Piece {
  readonly text: string;
  /** False when the piece's end depends on later text. */
  readonly settled: boolean;
  /** True when it contains a `}` without an opener. */
  readonly strayBrace: boolean;
  #tree: Tree | undefined;

  constructor(text: string, settled: boolean, strayBrace: boolean) {
    this.text = text;
    this.settled = settled;
    this.strayBrace = strayBrace;
  }

  get tree(): Tree {
    this.#tree ??= readTree(this.text);
    return this.#tree;
  }

  forget(): void {
    this.#tree = undefined;
  }
}

interface PlacedReadPiece extends PlacedPiece {
  readonly piece: ReadPiece;
}

interface ReadFile extends SyntaxFile {
  readonly pieces: readonly PlacedReadPiece[];
}

/** A copy that shares no memory with `text`: a slice would keep the whole text alive. */
function flatCopy(text: string, start: number, end: number): string {
  const middle = (start + end) >> 1;
  return [text.slice(start, middle), text.slice(middle, end)].join('');
}

function placedPiece(text: string, { start, end, settled, strayBrace }: Cut): PlacedReadPiece {
  return { offset: start, piece: new ReadPiece(flatCopy(text, start, end), settled, strayBrace) };
}

/** The first version of a file: its text split into pieces, none of them read yet. */
export function openSyntaxFile(text: string): SyntaxFile {
  const cuts = new Cutter(text, 0, unknownTail()).run();
  return { text, pieces: cuts.map((cut) => placedPiece(text, cut)) } satisfies ReadFile;
}

/**
 * The version after an edit: the same pieces as `openSyntaxFile(text)` gives, with those that the edit did not reach as
 * the same objects. The work is that of the pieces around the edit, besides making the new list.
 */
export function updateSyntaxFile(previous: SyntaxFile, text: string): SyntaxFile {
  if (!isReadFile(previous)) return openSyntaxFile(text);
  const old = previous.pieces;
  const prefix = commonPrefix(previous.text, text);
  const suffix = commonSuffix(previous.text, text, Math.min(previous.text.length, text.length) - prefix);
  const kept = keptInFront(old, prefix);
  const shift = text.length - previous.text.length;
  const tailStart = Math.max(kept, firstIndexFrom(old, previous.text.length - suffix));
  const from = old[kept]?.offset ?? 0;
  const cuts = new Cutter(text, from, knownTail(old, tailStart, shift)).run();
  const end = cuts[cuts.length - 1]?.end ?? text.length;
  const resumed = end >= text.length ? old.length : lastIndexBefore(old, end - shift);
  const middle = reuseEqual(old.slice(kept, resumed), cuts, text);
  const tail = old.slice(resumed).map(({ offset, piece }) => ({ offset: offset + shift, piece }));
  return { text, pieces: [...old.slice(0, kept), ...middle, ...tail] } satisfies ReadFile;
}

function isReadFile(file: SyntaxFile): file is ReadFile {
  return file.pieces.every(({ piece }) => piece instanceof ReadPiece);
}

/** The number of pieces at the front that stay: all before the piece in front of the first changed or unsettled one. */
function keptInFront(old: readonly PlacedReadPiece[], prefix: number): number {
  let equal = 0;
  for (const { offset, piece } of old) {
    if (!piece.settled || offset + piece.text.length > prefix) break;
    equal += 1;
  }
  return Math.max(0, Math.min(equal, old.length - 1) - 1);
}

/** The index of the first piece that begins at or after the offset. */
function firstIndexFrom(pieces: readonly PlacedReadPiece[], offset: number): number {
  const last = lastIndexBefore(pieces, offset);
  return pieces[last]?.offset === offset ? last : last + 1;
}

function knownTail(old: readonly PlacedReadPiece[], tailStart: number, shift: number): KnownTail {
  let quiet = old.length;
  while (quiet > tailStart && old[quiet - 1]?.piece.strayBrace === false) quiet -= 1;
  return {
    isCut: (offset) => {
      const index = lastIndexBefore(old, offset - shift);
      return index >= tailStart && old[index]?.offset === offset - shift;
    },
    quietCutBefore: (offset) => {
      const index = lastIndexBefore(old, offset - shift);
      return index >= quiet ? (old[index]?.offset ?? 0) + shift : -1;
    },
  };
}

/** The index of the last piece that begins at or before the offset; -1 for none. */
function lastIndexBefore(pieces: readonly PlacedReadPiece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.offset ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** New pieces for the cuts; those at the front and at the back that read as before keep their objects. */
function reuseEqual(old: readonly PlacedReadPiece[], cuts: readonly Cut[], text: string): readonly PlacedReadPiece[] {
  const isSame = (placed: PlacedReadPiece | undefined, cut: Cut | undefined): placed is PlacedReadPiece =>
    placed !== undefined &&
    cut !== undefined &&
    placed.piece.text.length === cut.end - cut.start &&
    placed.piece.settled === cut.settled &&
    placed.piece.strayBrace === cut.strayBrace &&
    text.startsWith(placed.piece.text, cut.start);
  let front = 0;
  while (isSame(old[front], cuts[front])) front += 1;
  let back = 0;
  const most = Math.min(old.length, cuts.length) - front;
  while (back < most && isSame(old[old.length - 1 - back], cuts[cuts.length - 1 - back])) back += 1;
  return cuts.map((cut, index) => {
    const fromBack = cuts.length - index;
    const same = index < front ? old[index] : fromBack <= back ? old[old.length - fromBack] : undefined;
    return same === undefined ? placedPiece(text, cut) : { offset: cut.start, piece: same.piece };
  });
}
