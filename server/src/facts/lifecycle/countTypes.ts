import type { ActionType, CountType, StorageClass } from './ruleValues.ts';

/**
 * The storage class and action that each count type requires. Source: Amazon ECR user guide, "Lifecycle policy
 * parameters" and "Archiving an image". Read 2026-11-22.
 */
export interface CountTypeFact {
  readonly countType: CountType;
  /** The only storage class whose images it counts. */
  readonly storageClass: StorageClass;
  /** The values of `action.type` that AWS accepts with it. */
  readonly actions: readonly ActionType[];
  /** True when it counts days, so that `countUnit` is required; otherwise `countUnit` is rejected. */
  readonly countsDays: boolean;
  /** True when each pull starts its days again; an image that was never pulled counts from its push. */
  readonly restartsAtPull: boolean;
}

const COUNT_TYPE_FACTS: Readonly<Record<CountType, Omit<CountTypeFact, 'countType'>>> = {
  imageCountMoreThan: {
    storageClass: 'standard',
    actions: ['expire', 'transition'],
    countsDays: false,
    restartsAtPull: false,
  },
  sinceImagePushed: {
    storageClass: 'standard',
    actions: ['expire', 'transition'],
    countsDays: true,
    restartsAtPull: false,
  },
  sinceImagePulled: { storageClass: 'standard', actions: ['transition'], countsDays: true, restartsAtPull: true },
  sinceImageTransitioned: { storageClass: 'archive', actions: ['expire'], countsDays: true, restartsAtPull: false },
};

/** The minimum number of days that AWS documents for archived images, and bills in any case. */
export const ARCHIVE_MINIMUM_DAYS = 90;

/** The default storage class of a rule. */
export const DEFAULT_STORAGE_CLASS = 'standard' satisfies StorageClass;

/** The fact about a count type. */
export function countTypeFact(countType: CountType): CountTypeFact {
  return { countType, ...COUNT_TYPE_FACTS[countType] };
}
