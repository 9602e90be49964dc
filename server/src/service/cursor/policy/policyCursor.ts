import type { PolicyNode, PolicyObject } from '../../../ecr/documents/documentNodes.ts';
import type { PolicyLevel } from '../../../facts/lifecycle/lifecyclePolicy.ts';
import type { Slot } from '../point.ts';
import type { PolicySpelling } from './cursorSpelling.ts';
import type { Shape } from './keyShape.ts';

/** The surroundings of a cursor inside a lifecycle policy, as far as readable. */
export interface CompletionContext {
  /** The object whose key or value the cursor is at. */
  readonly object: PolicyObject | null;
  /** The rule that holds it, or that it is. */
  readonly rule: PolicyObject | null;
  /** All items of the list of rules. */
  readonly rules: readonly PolicyNode[];
}

export interface InsidePolicy {
  readonly spelling: PolicySpelling;
  readonly around: CompletionContext;
  readonly slot: Slot;
  /** True when a comma must follow the inserted text. */
  readonly needsComma: boolean;
  /** The place in the piece where a comma is missing after the previous item; null when none is. */
  readonly commaBefore: number | null;
}

/** The cursor is at a key of a policy's object, or where one may be written. */
export interface PolicyKeyCursor extends InsidePolicy {
  readonly kind: 'policy-key';
  readonly level: PolicyLevel;
  readonly hasOperator: boolean;
}

/** The cursor is at a value, or where one must be written; `shape` describes it. */
export interface PolicyValueCursor extends InsidePolicy {
  readonly kind: 'policy-value';
  readonly shape: Shape;
}

export type PolicyCursor = PolicyKeyCursor | PolicyValueCursor;

export const EMPTY_CONTEXT: CompletionContext = { object: null, rule: null, rules: [] };
