import type { PieceInFile, Place } from '../tree/place.ts';
import type { Block } from '../tree/tree.ts';

/** A block, top-level or nested, and its place. */
export interface BlockInFile {
  readonly source: PieceInFile;
  readonly block: Block;
}

/** Replaces the text at a place. */
export interface SourceEdit {
  readonly place: Place;
  readonly text: string;
  /** True for spaces that keep lines aligned: dropped when they overlap another edit of the fix. */
  readonly isSoft?: boolean;
}
