import type { Sequence, TextEdit } from '../../../syntax/edit/listItems.ts';
import type { JsonValue } from '../../../syntax/edit/term.ts';
import type { PieceInFile } from '../../../syntax/tree/place.ts';
import type { Range } from '../../../syntax/tree/tree.ts';
import type { PolicyMember, PolicyNode } from '../documentNodes.ts';

/** A policy's object or list at its place in the source, ready to be edited. */
export interface ContainerSite {
  readonly source: PieceInFile;
  readonly sequence: Sequence;
  /** The member's position among the sequence's items; -1 when it is not one of them. */
  indexOf(member: PolicyMember): number;
  /** Keeps the other items aligned when the item at an index is removed. */
  alignWithout(index: number): readonly TextEdit[];
  /** Writes `key` and an already written value as one item, formatted like the items around `index`. */
  printMember(
    key: string,
    value: string,
    index: number,
  ): { readonly text: string; readonly edits: readonly TextEdit[] };
}

/** How one spelling is edited. Methods return null when the place is computed and cannot be edited. */
export interface SpellingWriter {
  /** The source range of a value. */
  rangeOf(node: PolicyNode): SourceRange | null;
  rangeOfKey(member: PolicyMember): Range | null;
  /** A key as written in place of the member's key. */
  printKey(member: PolicyMember, key: string): string;
  /** Keeps the items around a member aligned when its key is rewritten. */
  alignRenamed(member: PolicyMember, printedKey: string): readonly TextEdit[];
  printValue(value: JsonValue, layout: 'lines' | 'inline'): string;
  container(node: PolicyNode): ContainerSite | null;
}

export interface SourceRange extends Range {
  readonly source: PieceInFile;
}
