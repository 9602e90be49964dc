import type { PieceInFile } from '../tree/place.ts';
import type { Attribute, Block, Body, BodyItem } from '../tree/tree.ts';
import type { BlockInFile } from './sourceEdit.ts';
import type { BlockTerm, Term } from './term.ts';

/** A change of blocks and their arguments, on any subject. */
export type BlockChange =
  /** Sets an argument of a block, written already or not. */
  | { readonly kind: 'set-argument'; readonly declaration: BlockInFile; readonly name: string; readonly term: Term }
  | { readonly kind: 'remove-argument'; readonly source: PieceInFile; readonly attribute: Attribute }
  /** Renames an argument or a nested block of a body. */
  | {
      readonly kind: 'rename-item';
      readonly source: PieceInFile;
      readonly body: Body;
      readonly item: BodyItem;
      readonly name: string;
    }
  /** Adds a nested block at the end of a block. */
  | { readonly kind: 'add-nested-block'; readonly declaration: BlockInFile; readonly block: BlockTerm }
  /** Adds nested blocks directly after a similar one. */
  | {
      readonly kind: 'add-nested-blocks-after';
      readonly source: PieceInFile;
      readonly after: Block;
      readonly blocks: readonly BlockTerm[];
    }
  /** Splits a nested block before one of its items: the items from there on become a separate block. */
  | {
      readonly kind: 'split-nested-block';
      readonly source: PieceInFile;
      readonly block: Block;
      readonly item: BodyItem;
    }
  | { readonly kind: 'remove-nested-block'; readonly declaration: BlockInFile; readonly block: Block }
  /** Adds a top-level block right after another. */
  | { readonly kind: 'add-block'; readonly declaration: BlockInFile; readonly block: BlockTerm }
  /** Removes all labels of a block. */
  | { readonly kind: 'remove-labels'; readonly declaration: BlockInFile };
