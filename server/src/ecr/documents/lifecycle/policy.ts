import type { JsonDocument } from '../../../embedded/jsonDocument.ts';
import type { UnknownValue, Value } from '../../../evaluate/values/value.ts';
import { POLICY_LIMITS } from '../../../facts/lifecycle/policyLimits.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import type { Place } from '../../../syntax/tree/place.ts';
import type { Attribute } from '../../../syntax/tree/tree.ts';
import type { PolicyList, PolicyNode } from '../documentNodes.ts';
import type { KnownMember, PolicyPart } from './policyParts.ts';
import type { PolicyRule } from './policyRule.ts';
import { lastValue, readRuleItems } from './policyRule.ts';

/** A lifecycle policy as a resource passes it to ECR. */
export interface LifecyclePolicy {
  readonly owner: BlockDeclaration;
  /** Null for a document, which is read as the policy that it becomes. */
  readonly argument: Attribute | null;
  /** The value of the argument. */
  readonly value: Value;
  /** The parts that make Terraform fail. */
  readonly failures: readonly UnknownValue[];
  /** Those that no unknown condition can avoid. */
  readonly certainFailures: readonly UnknownValue[];
  /** True when a part was given up because of its size, so that nothing is known about that part. */
  readonly isTooLarge: boolean;
  /** True when an unknown condition inside may yield another policy: nothing is reported as missing. */
  readonly isBranch: boolean;
  /** Whether its text uses the keys of the JSON or the arguments of the data source. */
  readonly words: 'json' | 'document';
  /** The key of the owner's instance, when instances differ; null for a single one. */
  readonly instance: string | null;
  /**
   * Where problems about the whole policy are shown: a call's name, a heredoc's marker, a document's header, else the
   * expression.
   */
  readonly place: Place;
  /** The same at the resource that uses the policy, which is elsewhere for a document. */
  readonly handedOver: Place;
  /** The document that makes it, if any. */
  readonly madeBy: BlockDeclaration | null;
  /** Null when nothing is known about its structure. */
  readonly root: PolicyNode | null;
  /** The JSON text that spells it, if it is written as JSON. */
  readonly document: JsonDocument | null;
  readonly rules: readonly PolicyRule[];
  /** Its readable objects, and their unambiguous members: read once for all checks. */
  readonly parts: readonly PolicyPart[];
  readonly members: readonly KnownMember[];
  /** Members of the rules that an unknown list may contain: for checks that apply to every possible rule. */
  readonly furtherMembers: readonly KnownMember[];
  /** True while the surrounding text is being typed: nothing is reported as missing. */
  readonly damaged: boolean;
}

/** A policy with this many times the allowed number of rules gets only the rule-count problem. */
const BEYOND_REASON = 4;

/**
 * True for a policy that AWS rejects whatever its rules say: these are not read, because comparing them would take
 * long.
 */
function isBeyondReason(root: PolicyNode | null): boolean {
  const list = root?.kind === 'object' ? lastValue(root, 'rules') : undefined;
  return list?.kind === 'list' && list.items.length > POLICY_LIMITS.rules * BEYOND_REASON;
}

/** Reads the rules from a policy's value; none when the value has no readable list of rules, or too many rules. */
export function readRules(root: PolicyNode | null, holdBack: boolean): PolicyRule[] {
  if (isBeyondReason(root)) return [];
  const list = root?.kind === 'object' ? lastValue(root, 'rules') : undefined;
  return list?.kind === 'list' ? readRuleItems(list.items, holdBack) : [];
}

/** Reads the possible further rules of an open list. */
export function readFurtherRules(root: PolicyNode | null, holdBack: boolean): PolicyRule[] {
  const list = root?.kind === 'object' ? lastValue(root, 'rules') : undefined;
  return list?.kind === 'list' ? readRuleItems(list.further ?? [], holdBack) : [];
}

/** The list of rules, or null when the policy has none that can be read. */
export function rulesListOf({ root }: Pick<LifecyclePolicy, 'root'>): PolicyList | null {
  const list = root?.kind === 'object' ? lastValue(root, 'rules') : undefined;
  return list?.kind === 'list' ? list : null;
}

/** True when all rules were read. */
export function hasAllRules(policy: LifecyclePolicy): boolean {
  const list = rulesListOf(policy);
  return list !== null && !list.open && list.items.length === policy.rules.length;
}
