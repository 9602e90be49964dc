/**
 * The values that AWS knows for the keys of a lifecycle rule. Every type here is derived from its table, so that a new
 * value makes the compiler name each place that must handle it. Source: Amazon ECR user guide, "Lifecycle policy
 * parameters" and "Archiving an image"; botocore 1.43.67 `ecr/2015-09-21/service-2.json`. Read 2026-11-22.
 */
import type { EnumerationValue } from '../enumeration.ts';

export const TAG_STATUSES = [
  {
    value: 'tagged',
    documentation:
      'Images with at least one tag that meet **every** entry of `tagPatternList` or `tagPrefixList`. One of the two lists is required.',
  },
  { value: 'untagged', documentation: 'Images without any tag. At most one such rule for each storage class.' },
  {
    value: 'any',
    documentation:
      'Every image, tagged or not. At most one such rule for each storage class, and it must have the largest `rulePriority` of its class.',
  },
] as const satisfies readonly EnumerationValue[];

export type TagStatus = (typeof TAG_STATUSES)[number]['value'];

export const COUNT_TYPES = [
  {
    value: 'imageCountMoreThan',
    documentation:
      'Keeps the newest `countNumber` images by push time and acts on the rest. `countUnit` must be absent.',
  },
  {
    value: 'sinceImagePushed',
    documentation: 'Acts on images pushed more than `countNumber` days ago. Needs `countUnit = "days"`.',
  },
  {
    value: 'sinceImagePulled',
    documentation:
      'Acts on images last pulled more than `countNumber` days ago (never pulled: pushed). Can only `transition` to the archive, never `expire`. Needs `countUnit = "days"`.',
  },
  {
    value: 'sinceImageTransitioned',
    documentation:
      'Acts on archived images `countNumber` days (90 or more) after they were archived. Needs `storageClass = "archive"` and `countUnit = "days"`; can only `expire`.',
  },
] as const satisfies readonly EnumerationValue[];

export type CountType = (typeof COUNT_TYPES)[number]['value'];

export const COUNT_UNITS = [
  { value: 'days', documentation: 'The only unit. Required with every `since…` count type.' },
] as const satisfies readonly EnumerationValue[];

export type CountUnit = (typeof COUNT_UNITS)[number]['value'];

export const STORAGE_CLASSES = [
  {
    value: 'standard',
    documentation: 'Images that can be pulled at once. The default when `storageClass` is left out.',
  },
  { value: 'archive', documentation: 'Archived images. Only with `countType = "sinceImageTransitioned"`.' },
] as const satisfies readonly EnumerationValue[];

export type StorageClass = (typeof STORAGE_CLASSES)[number]['value'];

export const ACTION_TYPES = [
  { value: 'expire', documentation: 'Deletes the image permanently.' },
  {
    value: 'transition',
    documentation:
      'Moves the image to the archive (`targetStorageClass = "archive"`). Pulls get a 404 until it is restored.',
  },
] as const satisfies readonly EnumerationValue[];

export type ActionType = (typeof ACTION_TYPES)[number]['value'];

export const TARGET_STORAGE_CLASSES = [
  { value: 'archive', documentation: 'The only class that a rule can move images to. Billed for at least 90 days.' },
] as const satisfies readonly EnumerationValue[];

export type TargetStorageClass = (typeof TARGET_STORAGE_CLASSES)[number]['value'];
