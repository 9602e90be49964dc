import type { Range } from '../../../syntax/tree/tree.ts';

/** The edit of an item: `text` replaces the half-open range of the file (UTF-16). */
export interface Insertion extends Range {
  readonly text: string;
  /** The text has tab stops (`$1`, `${1:default}`, `${1|a,b|}`) and escapes `$`, `}` and `\`. */
  readonly isSnippet: boolean;
}

export interface CompletionItem {
  readonly label: string;
  readonly kind: 'value' | 'key' | 'argument' | 'block' | 'reference' | 'snippet' | 'function';
  /** A few words next to the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation: string;
  readonly insert: Insertion;
  readonly sortText: string;
  /** What the typed text is compared with, when it is not the label. */
  readonly filterText?: string;
  /** Characters that accept the item and are typed after it. */
  readonly commitCharacters?: readonly string[];
  /** The offset in the file where a missing comma must be inserted after the previous item. */
  readonly commaAt?: number;
  /** True when the list depends on the typed text, and must be requested again with each character. */
  readonly isNarrowed?: true;
}

/** An item before its position in the list is known. */
export type Draft = Omit<CompletionItem, 'sortText'>;

/** Numbers drafts in their order. */
export function inOrder(drafts: readonly Draft[]): CompletionItem[] {
  return drafts.map((draft, index) => ({ ...draft, sortText: String(index).padStart(3, '0') }));
}
