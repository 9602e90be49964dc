import type { MappedText } from '../../syntax/tree/mappedText.ts';
import type { Place } from '../../syntax/tree/place.ts';
import type { Expression, ObjectItem } from '../../syntax/tree/tree.ts';
import type { Decimal } from './decimal.ts';

/**
 * The value of an expression, as far as it can be known without running Terraform. Each value knows the smallest
 * expression that spells it, even through a local of another file or a function call.
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

/** The origin of a value. */
export interface Provenance {
  readonly place: Place;
  /** The expression at `place`, or the nearest enclosing one. */
  readonly expression: Expression;
  /**
   * True when the text at `place` gives this value only after a conversion or computation, so that it cannot be edited
   * there.
   */
  readonly derived?: boolean;
}

/** A string; `wraps` is set when it consists of one `jsonencode(…)` and white space around it. */
export interface StringValue extends Provenance {
  readonly kind: 'string';
  readonly value: string;
  /** The place of each range of the string. */
  readonly mapped: MappedText;
  readonly wraps?: EncodedValue;
}

/** A string with known and unknown ranges; the unknown ones are holes of `mapped`. `wraps` as in `StringValue`. */
export interface PartialStringValue extends Provenance {
  readonly kind: 'partial-string';
  readonly mapped: MappedText;
  readonly wraps?: EncodedValue;
  /**
   * For each stretch that an unknown key chooses, what the text is with each of the values there. One of them may never
   * be taken, so that they tell something only together.
   */
  readonly chosen?: readonly (readonly Value[])[];
}

/** The string that `jsonencode` makes from `encoded`. */
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
  /** The item that spells the member; null when computed. */
  readonly item: ObjectItem | null;
}

/** What objects and lists have in common. */
interface Collection extends Provenance {
  /** There may be more than is known, at unknown keys or positions. */
  readonly open: boolean;
  readonly extent: Extent;
  /** What is known about possible further values of an open collection. */
  readonly further?: readonly Value[];
  /** The type of the elements, if something computed it. */
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

/** One of these, depending on an unknown condition. At least two; none of them is itself alternatives. */
export interface AlternativesValue extends Provenance {
  readonly kind: 'alternatives';
  readonly options: readonly Value[];
  /** True when an unknown key chooses, so that some of them may never be used. */
  readonly byKey: boolean;
  readonly extent: Extent;
}

/** `because` completes the sentence "not known, because …". */
export interface UnknownValue extends Provenance {
  readonly kind: 'unknown';
  readonly because: string;
  /** Its type, if known. */
  readonly type?: Type;
  /** Terraform's message about the expression, when it is certain to fail. */
  readonly failure?: string;
  /** The kind of mistake that makes it fail, for kinds that are reported. */
  readonly mistake?: Mistake;
  /** The failure inside that causes this one. */
  readonly cause?: UnknownValue;
  /** True when only the value itself is unknown, so that reading it cannot fail. */
  readonly infallible?: boolean;
  /** True for an infinite number, which no JSON and no argument can contain. */
  readonly infinite?: true;
  /** For a reference to a resource or data source: the scope in which its expression can be read further. */
  readonly scopeId?: ScopeId;
}

/** Mistakes in expressions that Terraform rejects. */
export type Mistake = 'missing-file' | 'encoding' | 'conditional-types' | 'template' | 'name';

/** Identifies one evaluation of a module; `evaluatorOf` gives its evaluator. */
export interface ScopeId {
  readonly kind: 'scope';
}

/**
 * The amount to walk in a value. Values share their parts, so a short text can spell a value of any size; a walk visits
 * a shared part each time it occurs, and `size` counts it each time.
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
  /** Replaces an absent or null attribute. */
  readonly fallback?: Value;
}
