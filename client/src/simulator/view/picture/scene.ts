import { whyDead } from '../../../../../server/src/ecr/documents/lifecycle/claims/deadRules.ts';
import type { SimulatedRule } from '../../../../../server/src/ecr/documents/lifecycle/completeRule.ts';
import { ruleClause } from '../../../../../server/src/ecr/documents/lifecycle/words/ruleSentence.ts';
import type { ShownSurroundings } from '../../../../../server/src/guarantees/shown.ts';
import type { Image } from '../../../../../server/src/simulate/input/image.ts';
import type { Comparison } from '../../../../../server/src/simulate/run/comparison.ts';
import { compare } from '../../../../../server/src/simulate/run/comparison.ts';
import type { Outcome, RuleOutcome, Simulation, Verdict } from '../../../../../server/src/simulate/run/outcome.ts';
import { simulate } from '../../../../../server/src/simulate/run/simulateRun.ts';
import { ageLimitOf, clockOf, DAY } from '../../../../../server/src/simulate/time/clock.ts';
import { scheduleOf } from '../../../../../server/src/simulate/time/schedule.ts';
import type { Band } from '../guarantees/bands.ts';
import { bandsOf } from '../guarantees/bands.ts';
import { t } from '../language.ts';

/** The slider goes this many days ahead. */
export const HORIZON = 365;

/** The effect of a run on an image, this many days from now. */
export interface MarkEvent {
  readonly day: number;
  readonly verdict: Verdict;
}

/** One image in the picture. */
export interface Mark {
  readonly outcome: Outcome;
  /** The index of its lane: that of its rule, the last one for none. */
  readonly lane: number;
  /** The start of its age, in milliseconds since 1970; null when the input has no date. */
  readonly clock: number | null;
  /** By day. */
  readonly events: readonly MarkEvent[];
  /** The effect of the compared text on it, if different. */
  readonly before: Verdict | null;
  /** The resources that run it by one of its tags. */
  readonly runs: readonly string[];
}

/** The images of one rule, or of none. */
export interface Lane {
  readonly outcome: RuleOutcome | null;
  readonly title: string;
  /** Why its rule can never act; null when it can. */
  readonly dead: string | null;
  /** The age in days at which the rule acts; null for a rule that counts. */
  readonly limit: number | null;
}

/** Everything that the view shows about one policy and one list of images. */
export interface Scene {
  readonly simulation: Simulation;
  readonly lanes: readonly Lane[];
  readonly marks: readonly Mark[];
  readonly comparison: Comparison | null;
  readonly bands: readonly Band[];
}

/** Runs the policy, today and over the coming days, and the compared policy next to it. `now` is in milliseconds. */
export function sceneOf(
  rules: readonly SimulatedRule[],
  images: readonly Image[],
  now: number,
  earlier: readonly SimulatedRule[] | null,
  { guarantees, running }: ShownSurroundings = { guarantees: [], running: [] },
): Scene {
  const simulation = simulate(rules, images, now);
  const comparison = earlier === null ? null : compare(simulate(earlier, images, now), simulation);
  const places = new Map(simulation.rules.map(({ rule }, place) => [rule, place]));
  const events = eventsOf(rules, images, now);
  const marks = simulation.outcomes.map((outcome, index): Mark => {
    const before = comparison?.before.outcomes[index]?.verdict ?? outcome.verdict;
    return {
      outcome,
      lane: (outcome.claimedBy && places.get(outcome.claimedBy)) ?? simulation.rules.length,
      clock: clockOf(outcome.image, outcome.claimedBy?.countType ?? 'imageCountMoreThan'),
      events: events.get(outcome.image.digest) ?? [],
      before: before === outcome.verdict ? null : before,
      runs: running.filter(({ tag }) => outcome.image.tags.includes(tag)).map(({ address }) => address),
    };
  });
  return { simulation, lanes: lanesOf(simulation), marks, comparison, bands: bandsOf(marks, guarantees, now) };
}

function lanesOf({ rules }: Simulation): Lane[] {
  const all = rules.map(({ rule }) => rule);
  const own = rules.map((outcome): Lane => {
    const { rule } = outcome;
    return {
      outcome,
      title: ruleClause(rule, all, t),
      dead: whyDead(rule, all, t),
      limit: ageLimitOf(rule),
    };
  });
  return [...own, { outcome: null, title: t('no rule touches these'), dead: null, limit: null }];
}

function eventsOf(rules: readonly SimulatedRule[], images: readonly Image[], now: number): Map<string, MarkEvent[]> {
  const events = new Map<string, MarkEvent[]>();
  for (const { at, acted } of scheduleOf(rules, images, now, HORIZON)) {
    const day = Math.round((at - now) / DAY);
    for (const { image, verdict } of acted) {
      const others = events.get(image.digest);
      if (others === undefined) events.set(image.digest, [{ day, verdict }]);
      else others.push({ day, verdict });
    }
  }
  return events;
}
