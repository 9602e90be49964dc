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
import type { PolicyNode, PolicyObject } from '../documentNodes.ts';
import type { MeantKey } from './meantKeys.ts';
import { meantKey } from './meantKeys.ts';
import type { Field, ListField } from './ruleFields.ts';
import { FieldReader } from './ruleFields.ts';

/** One rule, read once for all checks. Fields are `absent` only when that is certain. */
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

/** Reads the rules of a list; items that are not objects are skipped. */
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

/** What the unknown keys of an object most likely mean. */
export function meantKeys(level: PolicyLevel, object: PolicyObject | null): MeantKey[] {
  const unknown = object?.members.filter(({ key }) => policyKey(level, key) === undefined) ?? [];
  return unknown.flatMap(({ key }) => meantKey(level, key) ?? []);
}

/**
 * The storage class whose images a rule selects, or null when unknown. A class that contradicts the countType counts as
 * unknown, because another check reports it.
 */
export function storageClassOf({ storageClass, countType }: PolicyRule): StorageClass | null {
  if (storageClass.state === 'unknown') return null;
  const written = storageClass.state === 'absent' ? DEFAULT_STORAGE_CLASS : storageClass.value;
  const fact = countType.state === 'known' ? countTypeFact(countType.value) : undefined;
  return fact !== undefined && fact.storageClass !== written ? null : written;
}

function objectAt(object: PolicyObject, key: string): PolicyObject | null {
  const value = lastValue(object, key);
  return value?.kind === 'object' && object.members.filter((member) => member.key === key).length === 1 ? value : null;
}

/** The value of a key in an object; of equal keys the last. */
export function lastValue(object: PolicyObject, key: string): PolicyNode | undefined {
  return object.members.findLast((member) => member.key === key)?.value;
}
