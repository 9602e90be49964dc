/**
 * The JSON of a lifecycle policy.
 * Source: Amazon ECR user guide, "Lifecycle policy parameters" and "Archiving an image"; botocore 1.43.67
 * `ecr/2015-09-21/service-2.json`. Read 2026-11-22.
 */
import type { EnumerationValue } from '../enumeration.ts';
import {
  ACTION_TYPES,
  COUNT_TYPES,
  COUNT_UNITS,
  STORAGE_CLASSES,
  TAG_STATUSES,
  TARGET_STORAGE_CLASSES,
} from './ruleValues.ts';

/** The kinds of objects in a policy. */
export type PolicyLevel = 'policy' | 'rule' | 'selection' | 'action';

export type PolicyKeyType = 'integer' | 'string' | 'string-list' | 'object' | 'object-list';

export interface PolicyKey {
  readonly key: string;
  readonly type: PolicyKeyType;
  /** AWS rejects the object without it, whatever the other keys say. */
  readonly required: boolean;
  /** True for a name that only this kind of object has, so that it identifies the object. */
  readonly telling?: boolean;
  /** The level of the object, or of the list's items. */
  readonly level?: PolicyLevel;
  readonly values?: readonly EnumerationValue[];
  /** Markdown: meaning, range, pitfalls. */
  readonly documentation: string;
}

export const POLICY_KEYS: Readonly<Record<PolicyLevel, readonly PolicyKey[]>> = {
  policy: [
    {
      key: 'rules',
      type: 'object-list',
      level: 'rule',
      required: true,
      documentation:
        'The rules, 1 to 50. All are evaluated at once against the existing images; `rulePriority` only decides which rule an image belongs to.',
    },
  ],
  rule: [
    {
      key: 'rulePriority',
      type: 'integer',
      required: true,
      telling: true,
      documentation:
        'A number of 1 or more, unique in the policy. An image belongs to the rule with the smallest number whose tag requirement it meets, and no later rule of that storage class touches it. The numbers need not be in order or consecutive.',
    },
    { key: 'description', type: 'string', required: false, documentation: 'Free text about the rule.' },
    {
      key: 'selection',
      type: 'object',
      level: 'selection',
      required: true,
      documentation: 'Which images the rule acts on.',
    },
    {
      key: 'action',
      type: 'object',
      level: 'action',
      required: true,
      documentation: 'What happens to the selected images.',
    },
  ],
  selection: [
    {
      key: 'tagStatus',
      type: 'string',
      required: true,
      telling: true,
      values: TAG_STATUSES,
      documentation: 'Which images the rule considers, by their tags: `tagged`, `untagged` or `any`.',
    },
    {
      key: 'tagPatternList',
      type: 'string-list',
      required: false,
      telling: true,
      documentation:
        'Patterns for whole tags in which `*` matches any run of characters (at most four in one pattern). An image must have a matching tag for **every** entry: the list means AND. Only with `tagStatus = "tagged"`, and not together with `tagPrefixList`.',
    },
    {
      key: 'tagPrefixList',
      type: 'string-list',
      required: false,
      telling: true,
      documentation:
        'Beginnings of tags; `*` is an ordinary character here. An image must have a matching tag for **every** entry: the list means AND. Only with `tagStatus = "tagged"`, and not together with `tagPatternList`.',
    },
    {
      key: 'storageClass',
      type: 'string',
      required: false,
      values: STORAGE_CLASSES,
      documentation: 'The storage class whose images the rule considers; `standard` by default.',
    },
    {
      key: 'countType',
      type: 'string',
      required: true,
      telling: true,
      values: COUNT_TYPES,
      documentation: 'What is counted: images to keep, or days since a push, a pull or an archiving.',
    },
    {
      key: 'countUnit',
      type: 'string',
      required: false,
      values: COUNT_UNITS,
      documentation:
        'The unit of `countNumber`: `days`. Required with the `since…` count types, refused with `imageCountMoreThan`.',
    },
    {
      key: 'countNumber',
      type: 'integer',
      required: true,
      telling: true,
      documentation:
        'How many images to keep, or after how many days to act; 1 or more. Age is strict: "more than N days", so an image of exactly N days stays.',
    },
  ],
  action: [
    {
      key: 'type',
      type: 'string',
      required: true,
      values: ACTION_TYPES,
      documentation: 'What happens: `expire` or `transition`.',
    },
    {
      key: 'targetStorageClass',
      type: 'string',
      required: false,
      telling: true,
      values: TARGET_STORAGE_CLASSES,
      documentation:
        'Where `transition` moves the images: `archive`. Required with `transition`, meaningless with `expire`.',
    },
  ],
};

/** The fact about a key of a level, or undefined for a key that AWS does not know there. */
export function policyKey(level: PolicyLevel, key: string): PolicyKey | undefined {
  return POLICY_KEYS[level].find((fact) => fact.key === key);
}

/** The values that AWS accepts for a key of a level; empty for a key without an enumeration. */
export function policyValues(level: PolicyLevel, key: string): readonly string[] {
  return (policyKey(level, key)?.values ?? []).map(({ value }) => value);
}
