import type { SimulatedRule } from '../../ecr/documents/lifecycle/completeRule.ts';
import { countTypeFact } from '../../facts/lifecycle/countTypes.ts';
import type { StorageClass } from '../../facts/lifecycle/ruleValues.ts';
import { clockOf, DAY, daysAfter } from '../time/clock.ts';
import type { Claims } from './imageClaims.ts';
import { newestFirst } from './imageOrder.ts';
import type { Draft } from './outcome.ts';

/** The number of images of its storage class that a rule selects, and that it claims. */
export interface RuleCount {
  selected: number;
  claimed: number;
  /** Of the selected ones, the number without a push date. */
  undated: number;
}

/** The images whose verdict depends on the number of newer ones, with the data for counting those. */
interface Counted {
  /** By index of the outcome: where its rules begin in `rules`; the next entry says where they end. */
  readonly starts: Uint32Array;
  /** Indices of the counting rules that each image meets, image after image. */
  readonly rules: number[];
}

/**
 * Gives the images of one storage class the verdict of the rule that claims them; returns the count of each rule.
 * `rules` are those of the class by priority. Images that an earlier rule acts on still count for the others.
 */
export function runClass(
  rules: readonly SimulatedRule[],
  claims: Claims,
  outcomes: readonly Draft[],
  storageClass: StorageClass,
  now: number,
): RuleCount[] {
  const counts = rules.map(() => ({ selected: 0, claimed: 0, undated: 0 }));
  if (rules.length === 0) return counts;
  const counted = claimAll(rules, claims, outcomes, storageClass, counts);
  for (const outcome of outcomes) {
    const rule = outcome.image.state === storageClass ? outcome.claimedBy : null;
    if (rule !== null && !isCounting(rule)) judgeByAge(outcome, rule, now);
  }
  if (counted.rules.length > 0) judgeCounted(rules, outcomes, counted, counts);
  return counts;
}

/** Finds the rule that claims each image. Images are processed in input order, which is best for memory. */
function claimAll(
  rules: readonly SimulatedRule[],
  claims: Claims,
  outcomes: readonly Draft[],
  storageClass: StorageClass,
  counts: readonly RuleCount[],
): Counted {
  const counting = rules.map(isCounting);
  const counted: Counted = { starts: new Uint32Array(outcomes.length + 1), rules: [] };
  let index = 0;
  for (const outcome of outcomes) {
    if (outcome.image.state === storageClass) {
      let best = rules.length;
      for (const place of claims.rulesFor(outcome.image)) {
        if (place < best) best = place;
        if (counting[place]) counted.rules.push(place);
        tally(counts[place], outcome);
      }
      const count = counts[best];
      if (count !== undefined) count.claimed += 1;
      outcome.claimedBy = rules[best] ?? null;
    }
    index += 1;
    counted.starts[index] = counted.rules.length;
  }
  return counted;
}

function tally(count: RuleCount | undefined, { image }: Draft): void {
  if (count === undefined) return;
  count.selected += 1;
  if (image.pushedAt === null) count.undated += 1;
}

/** Goes from the newest image to the oldest, so that the images already seen are the newer ones. */
function judgeCounted(
  rules: readonly SimulatedRule[],
  outcomes: readonly Draft[],
  { starts, rules: met }: Counted,
  counts: readonly RuleCount[],
): void {
  const places = new Map(rules.map((rule, place) => [rule, place]));
  const seen = new Uint32Array(rules.length);
  const counted: number[] = [];
  for (let index = 0; index < outcomes.length; index += 1) {
    if ((starts[index] ?? 0) < (starts[index + 1] ?? 0)) counted.push(index);
  }
  for (const index of newestFirst(outcomes, counted)) {
    const outcome = outcomes[index];
    const rule = outcome?.claimedBy;
    if (outcome === undefined || rule === undefined || rule === null) continue;
    const own = places.get(rule) ?? 0;
    if (isCounting(rule)) judgeByCount(outcome, rule, seen[own] ?? 0, counts[own]?.undated ?? 0);
    const end = starts[index + 1] ?? 0;
    for (let at = starts[index] ?? 0; at < end; at += 1) {
      const place = met[at] ?? 0;
      seen[place] = (seen[place] ?? 0) + 1;
    }
  }
  for (const index of counted) {
    const outcome = outcomes[index];
    const rule = outcome?.claimedBy;
    if (outcome?.image.pushedAt !== null || !rule || !isCounting(rule)) continue;
    // Without a date it may be anywhere among the images that the rule selects.
    judgeByCount(outcome, rule, 0, (counts[places.get(rule) ?? 0]?.selected ?? 0) - 1);
  }
}

function isCounting({ countType }: SimulatedRule): boolean {
  return !countTypeFact(countType).countsDays;
}

/** `newer` images of the rule are certain to be newer than this one, and `doubtful` others may be. */
function judgeByCount(outcome: Draft, rule: SimulatedRule, newer: number, doubtful: number): void {
  if (newer >= rule.countNumber) {
    act(outcome, rule, 'beyond-count', newer);
  } else if (newer + doubtful < rule.countNumber) {
    outcome.cause = 'within-count';
    outcome.measure = newer;
  } else {
    outcome.verdict = 'unknown';
    outcome.cause = 'undated';
  }
}

/** Strictly more than this many days: an image of exactly that age stays. */
function judgeByAge(outcome: Draft, rule: SimulatedRule, now: number): void {
  const clock = clockOf(outcome.image, rule.countType);
  if (clock === null) {
    outcome.verdict = 'unknown';
    outcome.cause = 'undated';
  } else if (now - clock > rule.countNumber * DAY) {
    act(outcome, rule, 'old', clock);
  } else {
    outcome.cause = 'young';
    outcome.measure = clock;
    outcome.when = daysAfter(clock, rule.countNumber);
  }
}

function act(outcome: Draft, rule: SimulatedRule, cause: 'old' | 'beyond-count', measure: number): void {
  outcome.verdict = rule.action;
  outcome.rule = rule;
  outcome.cause = cause;
  outcome.measure = measure;
}
