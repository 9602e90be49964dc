import type { JsonDocument } from '../../../embedded/jsonDocument.ts';
import type { UnknownValue, Value } from '../../../evaluate/values/value.ts';
import type { EcrService } from '../../../facts/access/accessActions.ts';
import type { AccessTarget } from '../../../facts/access/accessPlaces.ts';
import type { Effect } from '../../../facts/access/accessValues.ts';
import type { WrittenOperator } from '../../../facts/access/conditionOperators.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import type { Place } from '../../../syntax/tree/place.ts';
import type { Attribute } from '../../../syntax/tree/tree.ts';
import type { PolicyMember, PolicyNode, PolicyObject } from '../documentNodes.ts';

/** A policy of a repository or registry, as a resource passes it to ECR. */
export interface AccessPolicy {
  readonly owner: BlockDeclaration;
  readonly argument: Attribute;
  /** The value of the argument. */
  readonly value: Value;
  /** The parts that make Terraform fail. */
  readonly failures: readonly UnknownValue[];
  /** True when a part of it was given up because of its size, so that nothing is known of that part. */
  readonly isTooLarge: boolean;
  /** True when an unknown condition inside may yield another policy: nothing is reported as missing. */
  readonly isBranch: boolean;
  /** Whether its text uses the keys of the JSON or the arguments of the data source. */
  readonly words: 'json' | 'document';
  /** The key of the owner's instance, when instances differ; null for a single one. */
  readonly instance: string | null;
  /** Where problems about the whole policy are shown. */
  readonly place: Place;
  /** The same at the resource that uses the policy, which is elsewhere for a data source. */
  readonly handedOver: Place;
  /** The data source that makes it, if any. */
  readonly madeBy: BlockDeclaration | null;
  /** Null when nothing is known about its structure. */
  readonly root: PolicyNode | null;
  /** The JSON text that spells it, if it is written as JSON. */
  readonly document: JsonDocument | null;
  readonly target: AccessTarget;
  /** The service whose actions it covers. */
  readonly service: EcrService;
  readonly version: Field<string>;
  /** The known statements, in order. */
  readonly statements: readonly AccessStatement[];
  /** True when there are no other values. */
  readonly isWhole: boolean;
  /** True while the surrounding text is being typed: nothing is reported as missing. */
  readonly damaged: boolean;
}

/** A policy with more statements is longer than AWS accepts, however short they are. */
const STATEMENTS_LIMIT = 500;

/** True for a policy that AWS refuses whatever its statements say: comparing them would take long. */
export function isLongBeyondReason({ statements }: AccessPolicy): boolean {
  return statements.length > STATEMENTS_LIMIT;
}

/** `unknown` also covers an invalid value: the check of that mistake reports it once. */
export type Field<T> =
  | { readonly state: 'absent' }
  | { readonly state: 'unknown' }
  | { readonly state: 'known'; readonly value: T; readonly node: PolicyNode; readonly member: PolicyMember };

export interface AccessStatement {
  readonly object: PolicyObject;
  readonly sid: Field<string>;
  readonly effect: Field<Effect>;
  readonly principals: Principals;
  readonly actions: Names;
  readonly resources: Names;
  readonly conditions: Conditions;
}

/** A text in a list; null when unknown. */
export interface Entry {
  readonly text: string | null;
  readonly node: PolicyNode;
}

/** Actions or resources: those listed, or with `isNegated` all others. `open`: more may be listed. */
export type Names =
  | { readonly state: 'absent' }
  | { readonly state: 'unknown' }
  | {
      readonly state: 'known';
      readonly isNegated: boolean;
      readonly entries: readonly Entry[];
      readonly open: boolean;
      readonly member: PolicyMember;
    };

/** The principals of a statement: those listed, or with `isNegated` all others. `open`: more may be listed. */
export type Principals =
  | { readonly state: 'absent' }
  | { readonly state: 'unknown' }
  | {
      readonly state: 'known';
      readonly isNegated: boolean;
      readonly entries: readonly Principal[];
      readonly open: boolean;
      readonly member: PolicyMember;
    };

/** `kind` is the principal's key, or `*` for everyone. */
export interface Principal extends Entry {
  readonly kind: string;
}

/** `open`: there may be other conditions, which narrow the statement further. */
export type Conditions =
  | { readonly state: 'absent' }
  | { readonly state: 'unknown' }
  | {
      readonly state: 'known';
      readonly tests: readonly AccessTest[];
      readonly open: boolean;
      readonly member: PolicyMember;
    };

/** One key that a condition tests. All tests of a statement must pass, each with one of its values. */
export interface AccessTest {
  /** The member that names the operator. */
  readonly operatorMember: PolicyMember;
  /** Null for an operator that does not exist. */
  readonly operator: WrittenOperator | null;
  readonly keyMember: PolicyMember;
  readonly key: string;
  readonly values: readonly Entry[];
  /** True when there may be other values. */
  readonly open: boolean;
}
