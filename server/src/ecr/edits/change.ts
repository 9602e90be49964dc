import type { BlockChange } from '../../syntax/edit/blockChange.ts';
import type { DocumentChange } from '../documents/documentChange.ts';
import type { TextChange } from './textChange.ts';

/** The changes of a fix in terms of the domain. The adapters decide how they are written. */
export type Change = DocumentChange | BlockChange | TextChange;

/** A fix for a finding, offered to the user. */
export interface Fix {
  /** Its title in the menu. */
  readonly title: string;
  /** `one`: the single obvious edit, safe to apply automatically; `choice`: the user decides. */
  readonly kind: 'one' | 'choice';
  readonly changes: readonly Change[];
}
