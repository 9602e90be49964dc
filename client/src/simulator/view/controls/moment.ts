import type { Verdict } from '../../../../../server/src/simulate/run/outcome.ts';
import { DAY } from '../../../../../server/src/simulate/time/clock.ts';
import type { Mark } from '../picture/scene.ts';
import { HORIZON } from '../picture/scene.ts';

/** How many images each lane has lost by one day. */
export interface Count {
  readonly expire: number;
  readonly archive: number;
  readonly keep: number;
  readonly unknown: number;
  readonly bytesFreed: number;
}

/** The state of an image on a day from now, including that day's run. */
export function verdictOn({ events, outcome }: Mark, day: number): Verdict {
  const last = events.findLast((event) => event.day <= day);
  return last?.verdict ?? (outcome.verdict === 'unknown' ? 'unknown' : 'keep');
}

/** The age in days of an image on a day from now; null when the input has no date. */
export function ageOn({ clock }: Mark, now: number, day: number): number | null {
  return clock === null ? null : Math.max(0, (now - clock) / DAY + day);
}

/** The state of all images on a day. */
export function countOn(marks: readonly Mark[], day: number): Count {
  const count = { expire: 0, archive: 0, keep: 0, unknown: 0, bytesFreed: 0 };
  for (const mark of marks) {
    const verdict = verdictOn(mark, day);
    count[verdict] += 1;
    if (verdict === 'expire') count.bytesFreed += mark.outcome.image.bytes ?? 0;
  }
  return count;
}

/** The number of images in each lane, and how many of them are gone by a day. */
export function countByLane(marks: readonly Mark[], lanes: number, day: number): { all: number; gone: number }[] {
  const counts = Array.from({ length: lanes }, () => ({ all: 0, gone: 0 }));
  for (const mark of marks) {
    const count = counts[mark.lane];
    const verdict = verdictOn(mark, day);
    if (count === undefined) continue;
    count.all += 1;
    if (verdict === 'expire' || verdict === 'archive') count.gone += 1;
  }
  return counts;
}

/** The number of images that each day's run acts on, from today to the last day of the slider. */
export function actionsByDay(marks: readonly Mark[]): number[] {
  const days = Array.from({ length: HORIZON + 1 }, () => 0);
  for (const { events } of marks) for (const { day } of events) days[day] = (days[day] ?? 0) + 1;
  return days;
}
