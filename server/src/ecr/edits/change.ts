import type { BlockChange } from '../../syntax/edit/blockChange.ts';
import type { DocumentChange } from '../documents/documentChange.ts';
import type { TextChange } from './textChange.ts';

/** What a fix changes, in words of the domain. The adapters decide how it is written at its place. */
export type Change = DocumentChange | BlockChange | TextChange;

/** A way to mend a finding, offered to the user. */
export interface Fix {
  /** What it does, as the user reads it in the menu. */
  readonly title: string;
  /** `one`: the single obvious edit, safe to apply unasked; `choice`: the user's to choose. */
  readonly kind: 'one' | 'choice';
  readonly changes: readonly Change[];
}
