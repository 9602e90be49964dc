import type { PieceInFile, Place } from '../tree/place.ts';
import type { Block } from '../tree/tree.ts';

/** A block, top-level or nested, and where it stands. */
export interface BlockInFile {
  readonly source: PieceInFile;
  readonly block: Block;
}

/** Replaces the text at a place. */
export interface SourceEdit {
  readonly place: Place;
  readonly text: string;
  /** True for spaces that keep lines aligned: left out where they meet another edit of the fix. */
  readonly isSoft?: boolean;
}
