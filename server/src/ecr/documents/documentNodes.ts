import type { JsonDocument, JsonNode } from '../../embedded/jsonDocument.ts';
import type { Type } from '../../evaluate/values/value.ts';
import type { PieceInFile, Place } from '../../syntax/tree/place.ts';
import type { Attribute, Block, Body, Expression, ObjectExpression, ObjectItem } from '../../syntax/tree/tree.ts';
import type { NestedArgument, Vocabulary } from './vocabulary.ts';

/**
 * A document's value, the same in every spelling. Each node knows its place and, through its origin, how it can be
 * edited there.
 */
export type PolicyNode = PolicyScalar | PolicyObject | PolicyList | PolicyUnknown;

/** Which adapter reads and writes a node. */
export type Origin =
  | { readonly spelling: 'hcl'; readonly source: PieceInFile; readonly expression: Expression }
  | { readonly spelling: 'json'; readonly document: JsonDocument; readonly node: JsonNode }
  /** A block of the data source that makes documents. */
  | { readonly spelling: 'block'; readonly source: PieceInFile; readonly block: Block; readonly level: string }
  /** The blocks of one kind in a block, as a list. */
  | {
      readonly spelling: 'blocks';
      readonly source: PieceInFile;
      readonly parent: Block;
      readonly vocabulary: Vocabulary;
      readonly argument: NestedArgument;
      /** The block of each item; null for one from a `dynamic` block. */
      readonly blocks: readonly (Block | null)[];
    }
  /** No text spells the node as it is: it is computed or converted, and cannot be edited. */
  | { readonly spelling: 'computed' };

interface Located {
  /** The expression or JSON value; problems about the whole value underline it unless it has an `opening`. */
  readonly place: Place;
  readonly origin: Origin;
}

export interface PolicyScalar extends Located {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
}

export interface PolicyMember {
  readonly key: string;
  readonly keyPlace: Place;
  readonly value: PolicyNode;
  readonly origin: MemberOrigin;
  /** The value of the key, when an argument of a block sets it. */
  readonly keyNode?: PolicyNode;
}

/** The item of an HCL object, or the property of a JSON object. */
export type MemberOrigin =
  /** `object` is the expression around the item. */
  | { readonly spelling: 'hcl'; readonly item: ObjectItem; readonly object: ObjectExpression | null }
  | { readonly spelling: 'json'; readonly property: JsonNode }
  | {
      readonly spelling: 'block';
      readonly source: PieceInFile;
      /** The container of the item, and the level of this object. */
      readonly body: Body;
      readonly level: string;
      readonly vocabulary: Vocabulary;
      readonly item: Attribute | Block;
    }
  | { readonly spelling: 'computed' };

/** `open`: there may be other keys, so none is reported as missing. */
export interface PolicyObject extends Located {
  readonly kind: 'object';
  readonly members: readonly PolicyMember[];
  readonly open: boolean;
  /** What is known about the enclosing document. */
  readonly vocabulary: Vocabulary;
  /** The opening brace. */
  readonly opening: Place;
}

/** `open`: there may be other items, so their number is not judged. */
export interface PolicyList extends Located {
  readonly kind: 'list';
  readonly items: readonly PolicyNode[];
  readonly open: boolean;
  /** What is known about possible further items of an open list. */
  readonly further?: readonly PolicyNode[];
  /** The values of several blocks, in the order in which the data source writes them. */
  readonly made?: readonly PolicyNode[];
  readonly opening: Place;
}

/** `because` completes the sentence "not known, because …". */
export interface PolicyUnknown extends Located {
  readonly kind: 'unknown';
  readonly because: string;
  /** Its Terraform type, if known. */
  readonly type?: Type;
}

/** Where a problem about a whole value is shown: at the opening of a value that may span lines, else on the value. */
export function openingOf(node: PolicyNode): Place {
  return node.kind === 'object' || node.kind === 'list' ? node.opening : node.place;
}
