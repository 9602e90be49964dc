import type { JsonValue } from '../../syntax/edit/term.ts';
import type { PolicyList, PolicyMember, PolicyNode, PolicyObject } from './documentNodes.ts';

/** A change to a document's value, independent of its spelling. */
export type DocumentChange =
  /** Adds a missing key to the object, at its usual position. */
  | { readonly kind: 'set-key'; readonly object: PolicyObject; readonly key: string; readonly value: JsonValue }
  | { readonly kind: 'remove-key'; readonly object: PolicyObject; readonly member: PolicyMember }
  | { readonly kind: 'rename-key'; readonly member: PolicyMember; readonly key: string }
  /** Moves a member as written into another object, under that object's name for it. */
  | {
      readonly kind: 'move-key';
      readonly from: PolicyObject;
      readonly member: PolicyMember;
      readonly to: PolicyObject;
      readonly key: string;
    }
  | { readonly kind: 'replace-value'; readonly node: PolicyNode; readonly value: JsonValue }
  /** Adds objects at the end of the list, or right after the item `after`. */
  | {
      readonly kind: 'add-items';
      readonly list: PolicyList;
      readonly added: readonly JsonValue[];
      readonly after?: PolicyObject;
    }
  | { readonly kind: 'remove-item'; readonly list: PolicyList; readonly item: PolicyObject }
  /** Removes all items of a list except one, which keeps its text. */
  | { readonly kind: 'keep-item'; readonly list: PolicyList; readonly item: PolicyNode }
  /** Adds copies of an item directly after it, with its text and comments; each copy has its own changes. */
  | {
      readonly kind: 'copy-item';
      readonly list: PolicyList;
      readonly item: PolicyObject;
      readonly copies: readonly (readonly DocumentChange[])[];
    }
  /** Splits an item of the list before a member: the members from there on become an item of their own. */
  | {
      readonly kind: 'split-item';
      readonly list: PolicyList;
      readonly item: PolicyObject;
      readonly member: PolicyMember;
    };

/** Changes that each spelling writes in its own way; the others copy existing text in any spelling. */
export type SpelledChange = Exclude<DocumentChange, { readonly kind: 'keep-item' | 'copy-item' }>;
