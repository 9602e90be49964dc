import type { MappedText } from '../syntax/mappedText.ts';
import type { Place } from '../syntax/place.ts';
import type { Expression, ObjectItem } from '../syntax/tree.ts';

/**
 * What an expression gives, as far as it can be known without running Terraform. Each value knows the smallest
 * expression that spells it, also when it was reached through a local of another file.
 */
export type Value =
  | StringValue
  | PartialStringValue
  | EncodedValue
  | NumberValue
  | BooleanValue
  | NullValue
  | ObjectValue
  | ListValue
  | UnknownValue;

interface Provenance {
  readonly place: Place;
  /** The expression at `place`. */
  readonly expression: Expression;
}

export interface StringValue extends Provenance {
  readonly kind: 'string';
  readonly value: string;
  /** Where each stretch of the string comes from. */
  readonly mapped: MappedText;
}

/** A string of which only some stretches are known; the others are holes of `mapped`. */
export interface PartialStringValue extends Provenance {
  readonly kind: 'partial-string';
  readonly mapped: MappedText;
}

/** The string that `jsonencode` makes of `encoded`. */
export interface EncodedValue extends Provenance {
  readonly kind: 'encoded';
  readonly encoded: Value;
}

export interface NumberValue extends Provenance {
  readonly kind: 'number';
  readonly value: number;
}

export interface BooleanValue extends Provenance {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface NullValue extends Provenance {
  readonly kind: 'null';
}

export interface ObjectMember {
  readonly key: string;
  readonly keyPlace: Place;
  readonly value: Value;
  /** The item that spells the member. */
  readonly item: ObjectItem;
}

/** Members in text order, repeated keys included (Terraform keeps the last). `open`: it may have more than these. */
export interface ObjectValue extends Provenance {
  readonly kind: 'object';
  readonly members: readonly ObjectMember[];
  readonly open: boolean;
}

/** `open`: it may have more items than these. */
export interface ListValue extends Provenance {
  readonly kind: 'list';
  readonly items: readonly Value[];
  readonly open: boolean;
}

/** `because` completes the sentence "not known, because …". */
export interface UnknownValue extends Provenance {
  readonly kind: 'unknown';
  readonly because: string;
}
