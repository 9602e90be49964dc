import type { SimulatedRule } from '../../ecr/documents/lifecycle/completeRule.ts';
import { countTypeFact } from '../../facts/lifecycle/countTypes.ts';
import type { CountType } from '../../facts/lifecycle/ruleValues.ts';
import type { Image } from '../input/image.ts';

export const DAY = 86_400_000;

/** The last moment that a date can represent. */
const LAST_MOMENT = 8.64e15;

/**
 * The time from which an image's age counts for a rule, or null when unknown. For an image that was restored from the
 * archive it is the day of the restore, until it is pulled for a rule that looks at pulls. Source: Amazon ECR user
 * guide, "Lifecycle policy parameters" and "Archiving an image".
 */
export function clockOf(image: Image, countType: CountType): number | null {
  const { pushedAt, pulledAt, archivedAt, activatedAt } = image;
  switch (countType) {
    case 'imageCountMoreThan':
      return pushedAt;
    case 'sinceImagePushed':
      return activatedAt ?? pushedAt;
    case 'sinceImagePulled':
      if (pulledAt !== null && (activatedAt === null || pulledAt >= activatedAt)) return pulledAt;
      return activatedAt ?? pushedAt;
    case 'sinceImageTransitioned':
      return archivedAt;
  }
}

/** The age in days after which a rule acts; null for a rule that counts images. */
export function ageLimitOf({ countType, countNumber }: SimulatedRule): number | null {
  return countTypeFact(countType).countsDays ? countNumber : null;
}

/** The moment after which something is more than this many days old; null when no date is that late. */
export function daysAfter(time: number, days: number): number | null {
  const moment = time + days * DAY;
  return moment <= LAST_MOMENT ? moment : null;
}

/** True for a day of the calendar, spelled `2026-02-28`; false for the 30th of February. */
export function isCalendarDay(day: string): boolean {
  const moment = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(moment) && isoDate(moment).startsWith(day);
}

/** A time as an ISO date, without milliseconds when they are zero. */
export function isoDate(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}
