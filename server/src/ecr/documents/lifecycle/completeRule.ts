import type { CountType, StorageClass } from '../../../facts/lifecycle/ruleValues.ts';
import type { TagRequirement } from './claims/requirement.ts';

/** One lifecycle policy rule that is fully known. */
export interface SimulatedRule {
  readonly priority: number;
  readonly requirement: TagRequirement;
  readonly storageClass: StorageClass;
  readonly countType: CountType;
  readonly countNumber: number;
  readonly action: 'expire' | 'archive';
}

/** The rules in the order in which AWS applies them: the smallest number first. */
export function byPriority(rules: readonly SimulatedRule[]): SimulatedRule[] {
  return [...rules].sort((one, other) => one.priority - other.priority);
}
