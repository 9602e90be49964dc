import { DAY } from './clock.ts';
import type { Image } from './image.ts';
import type { Outcome } from './outcome.ts';
import type { SimulatedRule } from './rule.ts';
import { simulate } from './simulate.ts';

/** A day on which a policy acts, if nothing is pushed, pulled or restored until then. */
export interface ScheduledRun {
  readonly at: number;
  /** The images that expire or go to the archive. */
  readonly acted: readonly Outcome[];
}

/**
 * What a policy does over the coming days when nothing is pushed: one run a day from now on, the days on which it does
 * nothing left out. Time grows with the number of days on which it acts.
 */
export function scheduleOf(
  rules: readonly SimulatedRule[],
  images: readonly Image[],
  now: number,
  days: number,
): ScheduledRun[] {
  const runs: ScheduledRun[] = [];
  let left = images;
  let day = 0;
  while (day <= days) {
    const at = now + day * DAY;
    const { outcomes } = simulate(rules, left, at);
    const acted = outcomes.filter(({ rule }) => rule !== null);
    if (acted.length > 0) runs.push({ at, acted });
    left = afterRun(outcomes, at);
    // What is gone may have held something back; else nothing changes before the next image is old enough.
    day = acted.length > 0 ? day + 1 : dayAfter(outcomes, now, day);
  }
  return runs;
}

/** The images as a run leaves them. */
export function afterRun(outcomes: readonly Outcome[], at: number): Image[] {
  return outcomes.flatMap(({ image, verdict }): Image[] => {
    if (verdict === 'expire') return [];
    return [verdict === 'archive' ? { ...image, state: 'archive', archivedAt: at } : image];
  });
}

/** The first day after `day` on which an image is old enough; Infinity when none ever is. */
function dayAfter(outcomes: readonly Outcome[], now: number, day: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (const { when } of outcomes) if (when !== null && when < next) next = when;
  return Math.max(day + 1, Math.floor((next - now) / DAY) + 1);
}
