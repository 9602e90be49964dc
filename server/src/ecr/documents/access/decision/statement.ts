/** Whether something holds; `maybe` where that cannot be known. */
export type Trilean = 'yes' | 'no' | 'maybe';

/** One statement of an access policy, with the parts that decide who may do what. Null means unknown. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny' | null;
  readonly principals: PrincipalSet | null;
  readonly actions: NameSet | null;
  /** All of them must be met. */
  readonly conditions: readonly Condition[];
}

/** Those listed, or with `isNegated` all others. `open`: more may be listed. */
export interface PrincipalSet {
  readonly isNegated: boolean;
  readonly principals: readonly Principal[];
  readonly open: boolean;
}

/** `kind` is the principal's key, or `*` for everyone. */
export interface Principal {
  readonly kind: string;
  readonly text: string | null;
}

/** Names of actions, which may contain `*` and `?`; with `isNegated` all others. `open`: more may be listed. */
export interface NameSet {
  readonly isNegated: boolean;
  readonly patterns: readonly (string | null)[];
  readonly open: boolean;
}

/** A condition that must be met for a statement to apply. */
export type Condition =
  | {
      readonly kind: 'test';
      /** As written, such as `ForAnyValue:StringLike`. */
      readonly operator: string;
      readonly key: string;
      /** Null for an unknown value. */
      readonly values: readonly (string | null)[];
    }
  | { readonly kind: 'resource'; readonly isNegated: boolean; readonly patterns: readonly string[] }
  | {
      readonly kind: 'unknown';
      /** What is unknown: a condition, the resources, or what resources mean in a repository's policy. */
      readonly of: 'condition' | 'resources' | 'meaningOfResources';
    };

/** A text that is equal for equal conditions; null when a part of the condition is unknown. */
export function identityOfCondition(condition: Condition): string | null {
  switch (condition.kind) {
    case 'unknown':
      return null;
    case 'resource':
      return JSON.stringify([condition.isNegated, [...condition.patterns].sort()]);
    case 'test': {
      const { operator, key, values } = condition;
      if (values.includes(null)) return null;
      return JSON.stringify([operator.toLowerCase(), key.toLowerCase(), [...values].sort()]);
    }
  }
}
