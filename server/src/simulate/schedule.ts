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
 * nothing left out.
 */
export function scheduleOf(
  rules: readonly SimulatedRule[],
  images: readonly Image[],
  now: number,
  days: number,
): ScheduledRun[] {
  const isLinked = images.some(({ subject, children }) => subject !== null || (children?.length ?? 0) > 0);
  return isLinked ? runByRun(rules, images, now, days) : allAtOnce(rules, images, now, days);
}

/** Runs the policy on each day on which it may act: right for all images, in time that grows with those days. */
export function runByRun(
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
    const next = outcomes.reduce((soonest, { when }) => Math.min(soonest, when ?? soonest), Number.POSITIVE_INFINITY);
    day = acted.length > 0 ? day + 1 : Math.max(day + 1, dayOf(next, now));
  }
  return runs;
}

/**
 * The same for images that do not hang on each other, from the first run alone: where nothing is pushed, a count acts
 * once and never again, and an age does not hang on other images.
 */
function allAtOnce(
  rules: readonly SimulatedRule[],
  images: readonly Image[],
  now: number,
  days: number,
): ScheduledRun[] {
  const actedOn = new Map<number, Outcome[]>();
  const plan = (some: readonly Image[], day: number) => {
    for (const outcome of simulate(rules, some, now + day * DAY).outcomes) {
      const acting = outcome.rule === null ? whenOld(outcome) : outcome;
      const actingDay = outcome.rule === null ? dayOf(outcome.when ?? Number.POSITIVE_INFINITY, now) : day;
      if (actingDay > days) continue;
      const others = actedOn.get(actingDay);
      if (others === undefined) actedOn.set(actingDay, [acting]);
      else others.push(acting);
    }
  };
  plan(images, 0);
  // What was archived on a day is looked at again the day after, so that one more round is all it takes.
  for (const [day, acted] of [...actedOn]) {
    const archived = acted.filter(({ verdict }) => verdict === 'archive');
    if (archived.length > 0) plan(afterRun(archived, now + day * DAY), day + 1);
  }
  const places = new Map(images.map(({ digest }, place) => [digest, place]));
  const placeOf = ({ image }: Outcome) => places.get(image.digest) ?? 0;
  return [...actedOn]
    .sort(([one], [other]) => one - other)
    .map(([day, acted]) => ({
      at: now + day * DAY,
      acted: acted.sort((one, other) => placeOf(one) - placeOf(other)),
    }));
}

/** An image that is kept now, as it is when it is old enough. */
function whenOld(outcome: Outcome): Outcome {
  const { claimedBy } = outcome;
  return claimedBy === null
    ? outcome
    : { ...outcome, verdict: claimedBy.action, rule: claimedBy, cause: 'old', when: null };
}

/** The day of the first run after a moment. */
function dayOf(moment: number, now: number): number {
  return Math.floor((moment - now) / DAY) + 1;
}

/** The images as a run leaves them. */
export function afterRun(outcomes: readonly Outcome[], at: number): Image[] {
  return outcomes.flatMap(({ image, verdict }): Image[] => {
    if (verdict === 'expire') return [];
    return [verdict === 'archive' ? { ...image, state: 'archive', archivedAt: at } : image];
  });
}
