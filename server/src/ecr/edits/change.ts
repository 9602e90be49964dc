import type { JsonDocument } from '../../embedded/jsonDocument.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import type { BlockTerm, JsonValue, Term } from '../../syntax/edit/term.ts';
import type { PieceInFile, Place } from '../../syntax/tree/place.ts';
import type { Attribute, Block, Body, BodyItem, Comment, Expression } from '../../syntax/tree/tree.ts';
import type { PolicyList, PolicyMember, PolicyNode, PolicyObject } from '../documents/documentNodes.ts';

/** What a fix wants, in the words of the domain. How it is written where it stands is the adapters' business. */
export type Change =
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
  /** Adds rules at the end of the list, or right after the rule `after`. */
  | {
      readonly kind: 'add-rules';
      readonly rules: PolicyList;
      readonly added: readonly JsonValue[];
      readonly after?: PolicyObject;
    }
  | { readonly kind: 'remove-rule'; readonly rules: PolicyList; readonly rule: PolicyObject }
  /** Ends a rule of the list before a member, so that the members from there on are a rule of their own. */
  | {
      readonly kind: 'split-rule';
      readonly rules: PolicyList;
      readonly rule: PolicyObject;
      readonly member: PolicyMember;
    }
  /** Replaces a stretch of JSON text (half-open offsets of the document's text). */
  | {
      readonly kind: 'replace-json-text';
      readonly document: JsonDocument;
      readonly start: number;
      readonly end: number;
      readonly text: string;
    }
  | {
      readonly kind: 'replace-expression';
      readonly source: PieceInFile;
      readonly expression: Expression;
      readonly term: Term;
    }
  /** Sets an argument of a block, whether it is written there already or not. */
  | {
      readonly kind: 'set-argument';
      readonly declaration: BlockInFile;
      readonly name: string;
      readonly term: Term;
    }
  /** Adds a nested block at the end of a block. */
  | { readonly kind: 'add-nested-block'; readonly declaration: BlockDeclaration; readonly block: BlockTerm }
  | { readonly kind: 'remove-nested-block'; readonly declaration: BlockDeclaration; readonly block: Block }
  /** Gives an argument or a nested block of a body another name. */
  | {
      readonly kind: 'rename-item';
      readonly source: PieceInFile;
      readonly body: Body;
      readonly item: BodyItem;
      readonly name: string;
    }
  | { readonly kind: 'remove-argument'; readonly source: PieceInFile; readonly attribute: Attribute }
  /** Leaves a block its type alone. */
  | { readonly kind: 'remove-labels'; readonly declaration: BlockDeclaration }
  /** Takes a comment away, with its line when nothing else stands there. */
  | { readonly kind: 'remove-comment'; readonly source: PieceInFile; readonly comment: Comment }
  /** Replaces the text at a place of a file. */
  | { readonly kind: 'replace-text'; readonly place: Place; readonly text: string }
  /** Adds a top-level block right after another. */
  | { readonly kind: 'add-block'; readonly declaration: BlockDeclaration; readonly block: BlockTerm };

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

/** A way to mend a finding, offered to the user. */
export interface Fix {
  /** What it does, as the user reads it in the menu. */
  readonly title: string;
  /** `one`: the single obvious edit, safe to apply unasked; `choice`: the user's to choose. */
  readonly kind: 'one' | 'choice';
  readonly changes: readonly Change[];
}
