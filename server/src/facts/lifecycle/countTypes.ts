import type { ActionType, CountType, StorageClass } from './ruleValues.ts';

/**
 * Which count types go with which storage class and action.
 * Source: Amazon ECR user guide, "Lifecycle policy parameters" and "Archiving an image". Read 2026-11-22.
 */
export interface CountTypeFact {
  readonly countType: CountType;
  /** The only storage class whose images it can count. */
  readonly storageClass: StorageClass;
  /** The values of `action.type` that AWS accepts with it. */
  readonly actions: readonly ActionType[];
  /** True when it counts days, so that `countUnit` is required; else `countUnit` is refused. */
  readonly countsDays: boolean;
}

const COUNT_TYPE_FACTS: Readonly<Record<CountType, Omit<CountTypeFact, 'countType'>>> = {
  imageCountMoreThan: { storageClass: 'standard', actions: ['expire', 'transition'], countsDays: false },
  sinceImagePushed: { storageClass: 'standard', actions: ['expire', 'transition'], countsDays: true },
  sinceImagePulled: { storageClass: 'standard', actions: ['transition'], countsDays: true },
  sinceImageTransitioned: { storageClass: 'archive', actions: ['expire'], countsDays: true },
};

/** Days that AWS documents as the least for archived images, and bills in any case. */
export const ARCHIVE_MINIMUM_DAYS = 90;

/** The storage class of a rule that names none. */
export const DEFAULT_STORAGE_CLASS = 'standard' satisfies StorageClass;

/** The fact about a count type. */
export function countTypeFact(countType: CountType): CountTypeFact {
  return { countType, ...COUNT_TYPE_FACTS[countType] };
}
