import { isMarked, memberOf } from '../plan/jsonValues.ts';
import type { PlanChange } from '../plan/plan.ts';

/** True when an argument is sensitive on either side, so that nothing of it is shown. */
export function isSensitive({ beforeSensitive, afterSensitive }: PlanChange, argument: string): boolean {
  return [beforeSensitive, afterSensitive].some((mask) => mask === true || isMarked(memberOf(mask, argument)));
}

/** True when an argument is only known after apply, completely or in part. */
export function isUnknown({ afterUnknown }: PlanChange, argument: string): boolean {
  return afterUnknown === true || isMarked(memberOf(afterUnknown, argument));
}
