import type { JsonDocument } from '../../../embedded/jsonDocument.ts';
import type { UnknownValue, Value } from '../../../evaluate/values/value.ts';
import { countTypeFact, DEFAULT_STORAGE_CLASS } from '../../../facts/lifecycle/countTypes.ts';
import type { PolicyLevel } from '../../../facts/lifecycle/lifecyclePolicy.ts';
import { policyKey } from '../../../facts/lifecycle/lifecyclePolicy.ts';
import type {
  ActionType,
  CountType,
  CountUnit,
  StorageClass,
  TagStatus,
  TargetStorageClass,
} from '../../../facts/lifecycle/ruleValues.ts';
import {
  ACTION_TYPES,
  COUNT_TYPES,
  COUNT_UNITS,
  STORAGE_CLASSES,
  TAG_STATUSES,
  TARGET_STORAGE_CLASSES,
} from '../../../facts/lifecycle/ruleValues.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import type { Place } from '../../../syntax/tree/place.ts';
import type { Attribute } from '../../../syntax/tree/tree.ts';
import type { PolicyList, PolicyNode, PolicyObject } from '../documentNodes.ts';
import type { MeantKey } from './meantKeys.ts';
import { meantKey } from './meantKeys.ts';
import type { KnownMember, PolicyPart } from './policyParts.ts';
import type { Field, ListField } from './ruleFields.ts';
import { FieldReader } from './ruleFields.ts';

/** A lifecycle policy as a resource hands it to ECR. */
export interface LifecyclePolicy {
  readonly owner: BlockDeclaration;
  /** Null for a document, which is read as the policy that it makes. */
  readonly argument: Attribute | null;
  /** What the argument gives. */
  readonly value: Value;
  /** The parts of it that make Terraform stop. */
  readonly failures: readonly UnknownValue[];
  /** Those that do not depend on a condition that is not known. */
  readonly certainFailures: readonly UnknownValue[];
  /** True when a condition inside it that is not known may give another policy: nothing is said of what it lacks. */
  readonly isBranch: boolean;
  /** Whether the text that spells it uses the keys of the JSON or the arguments of the data source. */
  readonly words: 'json' | 'document';
  /** The key of the owner's instance that this is the policy of, where they differ; null for the only one. */
  readonly instance: string | null;
  /**
   * Where a problem about the whole policy stands: a call's name, a heredoc's marker, the header of a document, else the
   * expression.
   */
  readonly place: Place;
  /** The same where it is handed over, which is elsewhere for a document. */
  readonly handedOver: Place;
  /** The document that makes it, if one does. */
  readonly madeBy: BlockDeclaration | null;
  /** Null when nothing is known of its structure. */
  readonly root: PolicyNode | null;
  /** The JSON text that spells it, if JSON does. */
  readonly document: JsonDocument | null;
  readonly rules: readonly PolicyRule[];
  /** Its readable objects, and their members that have one reading: read once for all checks. */
  readonly parts: readonly PolicyPart[];
  readonly members: readonly KnownMember[];
  /** Members of the rules that an unknown list may make: for checks that hold for every one that it makes. */
  readonly furtherMembers: readonly KnownMember[];
  /** True while the text around it is being typed: nothing is said of what is missing. */
  readonly damaged: boolean;
}

/** One rule, read once for all checks. Fields are `absent` only where that is sure. */
export interface PolicyRule {
  readonly object: PolicyObject;
  readonly selection: PolicyObject | null;
  readonly action: PolicyObject | null;
  readonly rulePriority: Field<number>;
  readonly description: Field<string>;
  readonly tagStatus: Field<TagStatus>;
  readonly tagPatternList: ListField;
  readonly tagPrefixList: ListField;
  readonly storageClass: Field<StorageClass>;
  readonly countType: Field<CountType>;
  readonly countUnit: Field<CountUnit>;
  readonly countNumber: Field<number>;
  readonly actionType: Field<ActionType>;
  readonly targetStorageClass: Field<TargetStorageClass>;
}

/** Reads the rules out of a policy's value; none when the value has no readable list of rules. */
export function readRules(root: PolicyNode | null, holdBack: boolean): PolicyRule[] {
  const list = root?.kind === 'object' ? lastValue(root, 'rules') : undefined;
  return list?.kind === 'list' ? readRuleItems(list.items, holdBack) : [];
}

/** Reads what is known of the rules that an open list may have beside those that are known. */
export function readFurtherRules(root: PolicyNode | null, holdBack: boolean): PolicyRule[] {
  const list = root?.kind === 'object' ? lastValue(root, 'rules') : undefined;
  return list?.kind === 'list' ? readRuleItems(list.further ?? [], holdBack) : [];
}

/** Reads the rules that stand in a list; what is no object is left out. */
export function readRuleItems(items: readonly PolicyNode[], holdBack: boolean): PolicyRule[] {
  return items.flatMap((item) => (item.kind === 'object' ? [readRule(item, holdBack)] : []));
}

function readRule(object: PolicyObject, holdBack: boolean): PolicyRule {
  const selection = objectAt(object, 'selection');
  const action = objectAt(object, 'action');
  const meant = [...meantKeys('rule', object), ...meantKeys('selection', selection), ...meantKeys('action', action)];
  const ruleFields = new FieldReader(object, 'rule', meant, holdBack);
  const selectionFields = new FieldReader(selection, 'selection', meant, holdBack);
  const actionFields = new FieldReader(action, 'action', meant, holdBack);
  return {
    object,
    selection,
    action,
    rulePriority: ruleFields.positiveInteger('rulePriority'),
    description: ruleFields.text('description'),
    tagStatus: selectionFields.enumeration('tagStatus', TAG_STATUSES),
    tagPatternList: selectionFields.list('tagPatternList'),
    tagPrefixList: selectionFields.list('tagPrefixList'),
    storageClass: selectionFields.enumeration('storageClass', STORAGE_CLASSES),
    countType: selectionFields.enumeration('countType', COUNT_TYPES),
    countUnit: selectionFields.enumeration('countUnit', COUNT_UNITS),
    countNumber: selectionFields.positiveInteger('countNumber'),
    actionType: actionFields.enumeration('type', ACTION_TYPES),
    targetStorageClass: actionFields.enumeration('targetStorageClass', TARGET_STORAGE_CLASSES),
  };
}

/** What the keys that AWS does not know in an object are likely meant to be. */
export function meantKeys(level: PolicyLevel, object: PolicyObject | null): MeantKey[] {
  const unknown = object?.members.filter(({ key }) => policyKey(level, key) === undefined) ?? [];
  return unknown.flatMap(({ key }) => meantKey(level, key) ?? []);
}

/**
 * The storage class whose images a rule looks at, or null when that is not known. A class that contradicts the
 * countType counts as not known: the rule about that speaks.
 */
export function storageClassOf({ storageClass, countType }: PolicyRule): StorageClass | null {
  if (storageClass.state === 'unknown') return null;
  const written = storageClass.state === 'absent' ? DEFAULT_STORAGE_CLASS : storageClass.value;
  const fact = countType.state === 'known' ? countTypeFact(countType.value) : undefined;
  return fact !== undefined && fact.storageClass !== written ? null : written;
}

/** The list of rules, or null when the policy has none that can be read. */
export function rulesListOf({ root }: LifecyclePolicy): PolicyList | null {
  const list = root?.kind === 'object' ? lastValue(root, 'rules') : undefined;
  return list?.kind === 'list' ? list : null;
}

/** True when every rule there is was read. */
export function hasAllRules(policy: LifecyclePolicy): boolean {
  const list = rulesListOf(policy);
  return list !== null && !list.open && list.items.length === policy.rules.length;
}

function objectAt(object: PolicyObject, key: string): PolicyObject | null {
  const value = lastValue(object, key);
  return value?.kind === 'object' && object.members.filter((member) => member.key === key).length === 1 ? value : null;
}

function lastValue(object: PolicyObject, key: string): PolicyNode | undefined {
  return object.members.findLast((member) => member.key === key)?.value;
}
