import type { SimulatedRule } from '../../ecr/documents/lifecycle/completeRule.ts';
import { countTypeFact } from '../../facts/lifecycle/countTypes.ts';
import type { Image } from '../input/image.ts';
import { Claims } from '../run/imageClaims.ts';
import type { Outcome } from '../run/outcome.ts';
import { simulate } from '../run/simulateRun.ts';
import { DAY } from './clock.ts';

/** A day on which a policy acts, if nothing is pushed, pulled or restored until then. */
export interface ScheduledRun {
  readonly at: number;
  /** The images that expire or are archived. */
  readonly acted: readonly Outcome[];
}

/**
 * What a policy does over the coming days when nothing is pushed: one run per day from now on, without the days on
 * which it does nothing.
 */
export function scheduleOf(
  rules: readonly SimulatedRule[],
  images: readonly Image[],
  now: number,
  days: number,
): ScheduledRun[] {
  const linked = linkedImages(images);
  const free = allAtOnce(rules, images, linked, now, days);
  const own = images.filter((image) => linked.has(image));
  const runs = own.length === 0 ? [] : runByRun(rules, own, now, days, countedBeside(rules, images, linked, free));
  for (const { at, acted } of runs) {
    const day = Math.round((at - now) / DAY);
    free.set(day, [...(free.get(day) ?? []), ...acted]);
  }
  return inOrder(free, images, now);
}

/** The images that refer to others or are referred to: their results may depend on each other. */
function linkedImages(images: readonly Image[]): ReadonlySet<Image> {
  const linking = images.filter(({ subject, children }) => subject !== null || (children?.length ?? 0) > 0);
  if (linking.length === 0) return new Set();
  const meant = new Set(
    linking.flatMap(({ subject, children }) => [...(children ?? []), ...(subject === null ? [] : [subject])]),
  );
  return new Set([...linking, ...images.filter(({ digest }) => meant.has(digest))]);
}

/** The unlinked images that a rule counts and that still exist on the day of a run. */
function countedBeside(
  rules: readonly SimulatedRule[],
  images: readonly Image[],
  linked: ReadonlySet<Image>,
  free: ReadonlyMap<number, readonly Outcome[]>,
): (day: number) => Image[] {
  const claims = new Claims(rules.filter(({ countType }) => !countTypeFact(countType).countsDays));
  const last = new Map<string, number>();
  for (const [day, acted] of free) {
    for (const { image } of acted) last.set(image.digest, Math.min(day, last.get(image.digest) ?? day));
  }
  const counted = images.filter(
    (image) => image.state === 'standard' && !linked.has(image) && claims.rulesFor(image).length > 0,
  );
  return (day) => counted.filter(({ digest }) => day <= (last.get(digest) ?? day));
}

/**
 * Runs the policy on each day on which it may act: correct for all images, in time proportional to those days. `beside`
 * gives other images that count on a day, whose end is known.
 */
export function runByRun(
  rules: readonly SimulatedRule[],
  images: readonly Image[],
  now: number,
  days: number,
  beside: (day: number) => readonly Image[] = () => [],
): ScheduledRun[] {
  const runs: ScheduledRun[] = [];
  let left = images;
  let day = 0;
  while (day <= days) {
    const at = now + day * DAY;
    const outcomes = simulate(rules, [...left, ...beside(day)], at).outcomes.slice(0, left.length);
    const acted = outcomes.filter(({ rule }) => rule !== null);
    if (acted.length > 0) runs.push({ at, acted });
    left = afterRun(outcomes, at);
    // A deleted image may have protected something; otherwise nothing changes before the next image is old enough.
    const next = outcomes.reduce((soonest, { when }) => Math.min(soonest, when ?? soonest), Number.POSITIVE_INFINITY);
    day = acted.length > 0 ? day + 1 : Math.max(day + 1, dayOf(next, now));
  }
  return runs;
}

/**
 * The same by day for unlinked images, from the first run alone: when nothing is pushed, a count acts once and never
 * again, and an age does not depend on other images.
 */
function allAtOnce(
  rules: readonly SimulatedRule[],
  images: readonly Image[],
  linked: ReadonlySet<Image>,
  now: number,
  days: number,
): Map<number, Outcome[]> {
  const actedOn = new Map<number, Outcome[]>();
  const plan = (some: readonly Image[], day: number) => {
    for (const outcome of simulate(rules, some, now + day * DAY).outcomes) {
      if (linked.has(outcome.image)) continue;
      const acting = outcome.rule === null ? whenOld(outcome) : outcome;
      const actingDay = outcome.rule === null ? dayOf(outcome.when ?? Number.POSITIVE_INFINITY, now) : day;
      if (actingDay > days) continue;
      const others = actedOn.get(actingDay);
      if (others === undefined) actedOn.set(actingDay, [acting]);
      else others.push(acting);
    }
  };
  plan(images, 0);
  // An image that is archived on a day is judged again the day after, so one more round is enough.
  for (const [day, acted] of [...actedOn]) {
    const archived = acted.filter(({ verdict }) => verdict === 'archive');
    if (archived.length > 0) plan(afterRun(archived, now + day * DAY), day + 1);
  }
  return actedOn;
}

/** The runs by day, each with its images in the order of the input. */
function inOrder(
  actedOn: ReadonlyMap<number, readonly Outcome[]>,
  images: readonly Image[],
  now: number,
): ScheduledRun[] {
  const places = new Map(images.map(({ digest }, place) => [digest, place]));
  const placeOf = ({ image }: Outcome) => places.get(image.digest) ?? 0;
  return [...actedOn]
    .sort(([one], [other]) => one - other)
    .map(([day, acted]) => ({
      at: now + day * DAY,
      acted: [...acted].sort((one, other) => placeOf(one) - placeOf(other)),
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
