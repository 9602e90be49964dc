/**
 * Which count types go with which storage class and action.
 * Source: Amazon ECR user guide, "Lifecycle policy parameters" and "Archiving an image". Read 2026-11-22.
 */
export interface CountTypeFact {
  readonly countType: string;
  /** The only storage class whose images it can count. */
  readonly storageClass: 'standard' | 'archive';
  /** The values of `action.type` that AWS accepts beside it. */
  readonly actions: readonly string[];
  /** True when it counts days, so that `countUnit` is required; else `countUnit` is refused. */
  readonly countsDays: boolean;
}

const COUNT_TYPE_FACTS: readonly CountTypeFact[] = [
  { countType: 'imageCountMoreThan', storageClass: 'standard', actions: ['expire', 'transition'], countsDays: false },
  { countType: 'sinceImagePushed', storageClass: 'standard', actions: ['expire', 'transition'], countsDays: true },
  { countType: 'sinceImagePulled', storageClass: 'standard', actions: ['transition'], countsDays: true },
  { countType: 'sinceImageTransitioned', storageClass: 'archive', actions: ['expire'], countsDays: true },
];

/** Days that AWS documents as the least for archived images, and bills in any case. */
export const ARCHIVE_MINIMUM_DAYS = 90;

/** The fact about a count type, or undefined for a value that AWS does not know. */
export function countTypeFact(countType: string): CountTypeFact | undefined {
  return COUNT_TYPE_FACTS.find((fact) => fact.countType === countType);
}
