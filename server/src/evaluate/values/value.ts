import type { MappedText } from '../../syntax/tree/mappedText.ts';
import type { Place } from '../../syntax/tree/place.ts';
import type { Expression, ObjectItem } from '../../syntax/tree/tree.ts';
import type { Decimal } from './decimal.ts';

/**
 * What an expression gives, as far as it can be known without running Terraform. Each value knows the smallest
 * expression that spells it, also when it was reached through a local of another file or a call of a function.
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
  | AlternativesValue
  | UnknownValue;

/** Where a value comes from. */
export interface Provenance {
  readonly place: Place;
  /** The expression at `place`, or the nearest one around it. */
  readonly expression: Expression;
  /** True when the text at `place` gives this value only after a conversion or computation: it cannot be edited there. */
  readonly derived?: boolean;
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
  readonly extent: Extent;
}

export interface NumberValue extends Provenance, Decimal {
  readonly kind: 'number';
}

export interface BooleanValue extends Provenance {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface NullValue extends Provenance {
  readonly kind: 'null';
  /** The type it was converted to, if it was. */
  readonly type?: Type;
}

export interface ObjectMember {
  readonly key: string;
  readonly keyPlace: Place;
  readonly value: Value;
  /** The item that spells the member; null when it is computed. */
  readonly item: ObjectItem | null;
}

/** What a collection has, whether an object or a list. */
interface Collection extends Provenance {
  /** It may have more than what is known, at keys or places that are not known. */
  readonly open: boolean;
  readonly extent: Extent;
  /** What is known of each value that an open collection may have beside those that are known. */
  readonly further?: readonly Value[];
  /** The type of the elements, where that was asked for. */
  readonly elementType?: Type;
}

/** Members in text order, repeated keys included (Terraform keeps the last). */
export interface ObjectValue extends Collection {
  readonly kind: 'object';
  readonly form: 'object' | 'map';
  readonly members: readonly ObjectMember[];
}

export interface ListValue extends Collection {
  readonly kind: 'list';
  readonly form: 'tuple' | 'list' | 'set';
  readonly items: readonly Value[];
}

/** One of these, depending on a condition that is not known. At least two; none of them is itself alternatives. */
export interface AlternativesValue extends Provenance {
  readonly kind: 'alternatives';
  readonly options: readonly Value[];
  /** True when a key that is not known chooses: one of them may be there that is never taken. */
  readonly byKey: boolean;
  readonly extent: Extent;
}

/** `because` completes the sentence "not known, because …". */
export interface UnknownValue extends Provenance {
  readonly kind: 'unknown';
  readonly because: string;
  /** Its type, where that is known. */
  readonly type?: Type;
  /** What Terraform says of the expression, when it is sure to fail. */
  readonly failure?: string;
  /** What kind of mistake makes it fail, where that is one that users are told of. */
  readonly mistake?: Mistake;
  /** The failure inside, that makes this one fail. */
  readonly cause?: UnknownValue;
  /** True when nothing but the value itself is not known: reading it cannot fail. */
  readonly infallible?: boolean;
  /** True for a number that is infinite, which no JSON and no argument can hold. */
  readonly infinite?: true;
  /** For a reference to a resource or data source: the scope in which its expression can be read further. */
  readonly scopeId?: ScopeId;
}

/** Mistakes in expressions that Terraform refuses. */
export type Mistake = 'missing-file' | 'conditional-types' | 'template' | 'name';

/** Names one evaluation of a module by its identity; `evaluatorOf` gives what evaluates there. */
export interface ScopeId {
  readonly kind: 'scope';
}

/**
 * How much there is to walk in a value. Values share their parts, so that a short text can spell a value of any size;
 * who walks one meets a shared part as often as it stands there, and so does `size`.
 */
export interface Extent {
  /** One for each part, and one for each four characters of text. */
  readonly size: number;
  /** The levels of the deepest part. */
  readonly depth: number;
  /** True when no part is unknown. */
  readonly known: boolean;
  /** True when a part may be a failure. */
  readonly failed: boolean;
}

/** A type of Terraform's language. `dynamic` is the type of a bare null, and of `any`. */
export type Type =
  | { readonly kind: 'string' | 'number' | 'bool' | 'dynamic' }
  | { readonly kind: 'list' | 'set' | 'map'; readonly element: Type }
  | { readonly kind: 'tuple'; readonly items: readonly Type[] }
  | { readonly kind: 'object'; readonly attributes: ReadonlyMap<string, AttributeType> };

/** The type of an object's attribute; `optional` and `fallback` only in type constraints. */
export interface AttributeType {
  readonly type: Type;
  readonly optional?: boolean;
  /** What stands in for an absent or null attribute. */
  readonly fallback?: Value;
}
