import type { JsonValue } from '../../syntax/edit/term.ts';
import type { PolicyList, PolicyMember, PolicyNode, PolicyObject } from './documentNodes.ts';

/** What is to change in a document's value, whatever way it is spelled. */
export type DocumentChange =
  /** Adds a key that the object lacks, at its usual place among the others. */
  | { readonly kind: 'set-key'; readonly object: PolicyObject; readonly key: string; readonly value: JsonValue }
  | { readonly kind: 'remove-key'; readonly object: PolicyObject; readonly member: PolicyMember }
  | { readonly kind: 'rename-key'; readonly member: PolicyMember; readonly key: string }
  /** Moves a member as it is written into another object, under that object's name for it. */
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
  /** Leaves a list one of its items, as that is written. */
  | { readonly kind: 'keep-item'; readonly list: PolicyList; readonly item: PolicyNode }
  /** Adds copies of an item right after it, as it is written with its comments; each has changes of its own. */
  | {
      readonly kind: 'copy-item';
      readonly list: PolicyList;
      readonly item: PolicyObject;
      readonly copies: readonly (readonly DocumentChange[])[];
    }
  /** Ends an item of the list before a member, so that the members from there on are an item of their own. */
  | {
      readonly kind: 'split-item';
      readonly list: PolicyList;
      readonly item: PolicyObject;
      readonly member: PolicyMember;
    };

/** Changes that each spelling writes in its own way; the others copy existing text in any spelling. */
export type SpelledChange = Exclude<DocumentChange, { readonly kind: 'keep-item' | 'copy-item' }>;
