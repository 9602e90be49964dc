import type { JsonDocument } from '../../../../embedded/jsonDocument.ts';
import type { PolicyKey } from '../../../../facts/lifecycle/lifecyclePolicy.ts';
import type {
  ActionType,
  CountType,
  CountUnit,
  StorageClass,
  TagStatus,
} from '../../../../facts/lifecycle/ruleValues.ts';
import type { Place } from '../../../../syntax/tree/place.ts';
import type { PolicyMember, PolicyNode, PolicyObject, PolicyScalar } from '../../documentNodes.ts';
import type { PrioritizedRule } from '../claims/priorities.ts';
import type { StatusRule } from '../claims/statusRules.ts';
import type { TagListKey } from '../claims/tagEntries.ts';
import type { KnownMember, PolicyPart } from '../policyParts.ts';
import type { PolicyRule } from '../policyRule.ts';
import type { KnownField, KnownList } from '../ruleFields.ts';

/** Something for which AWS rejects a policy, or Terraform its text. `place` is its location. */
export type Refusal = { readonly place: Place } & (ShapeRefusal | MemberRefusal | RuleRefusal | AcrossRefusal);

export type RefusalCode = Refusal['code'];

/** A problem of the text, or of the object around the rules. */
type ShapeRefusal =
  | { readonly code: 'not-json'; readonly document: JsonDocument }
  | { readonly code: 'second-value' }
  | { readonly code: 'empty-text' }
  /** `length` is in characters of the compacted text. */
  | { readonly code: 'too-long'; readonly length: number }
  | { readonly code: 'rule-count'; readonly count: number }
  /** `key` is null for the policy itself, and for a rule in the list. */
  | { readonly code: 'wrong-shape'; readonly expected: Shape; readonly key: string | null; readonly node: PolicyNode };

export type Shape = 'policy' | 'rule' | 'list of rules' | 'object';

/** What is wrong with a key or its value, whatever the other keys say. */
type MemberRefusal =
  | { readonly code: 'unknown-key'; readonly part: PolicyPart; readonly member: PolicyMember }
  | { readonly code: 'missing-key'; readonly part: PolicyPart; readonly fact: PolicyKey }
  | { readonly code: 'null-value'; readonly found: KnownMember }
  /** No such refusal has been recorded. */
  | { readonly code: 'null-description'; readonly found: KnownMember }
  | { readonly code: 'null-item' }
  | { readonly code: 'unknown-value'; readonly found: KnownMember; readonly node: PolicyScalar; readonly text: string }
  | { readonly code: 'below-one'; readonly key: string; readonly value: number }
  /** An unknown node has a type that no valid value has. `about` is the key. */
  | { readonly code: 'wrong-type'; readonly fact: PolicyKey; readonly node: PolicyNode; readonly about: Place }
  | { readonly code: 'wrong-entry'; readonly fact: PolicyKey; readonly node: PolicyNode };

/** What is wrong in a rule whose values are valid one by one. */
type RuleRefusal =
  | (TagListRefusal & { readonly code: 'list-forbidden' })
  /** No such refusal has been recorded. */
  | (TagListRefusal & { readonly code: 'empty-list' })
  | (InSelection & { readonly code: 'two-lists'; readonly first: KnownList; readonly later: KnownList })
  | (InSelection & { readonly code: 'list-missing'; readonly tagStatus: KnownField<TagStatus> })
  | { readonly code: 'wildcards'; readonly wildcards: number }
  | (InSelection & Counting & { readonly code: 'unit-missing' })
  | (InSelection & Counting & { readonly code: 'unit-forbidden'; readonly countUnit: KnownField<CountUnit> })
  | (InSelection & Counting & { readonly code: 'storage-class'; readonly needed: StorageClass })
  | (InAction & Counting & { readonly code: 'action-mismatch'; readonly actionType: KnownField<ActionType> })
  | (InAction & { readonly code: 'target-missing' })
  /** No such refusal has been recorded. */
  | (InAction & { readonly code: 'target-of-expire'; readonly member: PolicyMember });

interface InSelection {
  readonly rule: PolicyRule;
  readonly selection: PolicyObject;
}

interface InAction {
  readonly rule: PolicyRule;
  readonly action: PolicyObject;
}

interface Counting {
  readonly countType: KnownField<CountType>;
}

interface TagListRefusal extends InSelection {
  readonly status: TagStatus;
  readonly key: TagListKey;
  readonly list: KnownList;
}

/** What is wrong with a combination of rules, each of which is valid alone. */
type AcrossRefusal =
  | { readonly code: 'priority-repeated'; readonly earlier: PrioritizedRule; readonly later: PrioritizedRule }
  | {
      readonly code: 'status-repeated';
      readonly status: TagStatus;
      readonly first: StatusRule;
      readonly later: StatusRule;
    }
  | {
      readonly code: 'any-not-last';
      readonly any: PrioritizedRule;
      readonly last: PrioritizedRule;
      readonly storageClass: StorageClass;
    };

/** One kind of refusal. */
export type RefusalOf<Code extends RefusalCode> = Extract<Refusal, { readonly code: Code }>;

/** What AWS may reject although no refusal has been recorded: it does not prevent a simulation. */
export function isDoubtful({ code }: Refusal): boolean {
  return code === 'null-description' || code === 'empty-list' || code === 'target-of-expire';
}
