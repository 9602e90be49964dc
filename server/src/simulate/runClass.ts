import { Claims } from './claims.ts';
import { clockOf, DAY, daysAfter } from './clock.ts';
import { newestFirst } from './order.ts';
import type { Draft } from './outcome.ts';
import type { SimulatedRule, StorageClass } from './rule.ts';

/** How many images of a rule have been seen. */
export interface RuleCount {
  selected: number;
  claimed: number;
  /** Of the selected, how many have no date of their push. */
  undated: number;
}

/**
 * Gives the images of one storage class the verdict of the rule that they belong to; answers the count of each rule.
 * `rules` are those of the class by priority. Images that a better rule acts on still count for the others.
 */
export function runClass(
  rules: readonly SimulatedRule[],
  outcomes: readonly Draft[],
  storageClass: StorageClass,
  now: number,
): RuleCount[] {
  const counts = rules.map(() => ({ selected: 0, claimed: 0, undated: 0 }));
  if (rules.length === 0) return counts;
  const claims = new Claims(rules);
  const places = outcomes.flatMap(({ image }, place) => (image.state === storageClass ? [place] : []));
  const undated = places.filter((place) => outcomes[place]?.image.pushedAt === null);
  for (const place of undated) countUndated(claims, outcomes[place], counts);
  const images = outcomes.map(({ image }) => image);
  for (const place of newestFirst(images, places)) {
    const outcome = outcomes[place];
    if (outcome !== undefined) claim(rules, claims, outcome, counts, now);
  }
  for (const place of undated) {
    const outcome = outcomes[place];
    if (outcome !== undefined) claimUndated(rules, claims, outcome, counts, now);
  }
  return counts;
}

/** Takes an image in its turn: `selected` less `undated` is how many images of a rule are sure to be newer. */
function claim(
  rules: readonly SimulatedRule[],
  claims: Claims,
  outcome: Draft,
  counts: readonly RuleCount[],
  now: number,
): void {
  let best = rules.length;
  for (const place of claims.of(outcome.image)) {
    best = Math.min(best, place);
    const count = counts[place];
    if (count !== undefined) count.selected += 1;
  }
  const rule = rules[best];
  const count = counts[best];
  if (rule === undefined || count === undefined) return;
  count.claimed += 1;
  outcome.claimedBy = rule;
  if (rule.countType !== 'imageCountMoreThan') judgeByAge(outcome, rule, now);
  else judgeByCount(outcome, rule, count.selected - 1 - count.undated, count.undated);
}

function countUndated(claims: Claims, outcome: Draft | undefined, counts: readonly RuleCount[]): void {
  if (outcome === undefined) return;
  for (const place of claims.of(outcome.image)) {
    const count = counts[place];
    if (count === undefined) continue;
    count.selected += 1;
    count.undated += 1;
  }
}

/** An image without a date may be anywhere in its rule's order. */
function claimUndated(
  rules: readonly SimulatedRule[],
  claims: Claims,
  outcome: Draft,
  counts: readonly RuleCount[],
  now: number,
): void {
  const best = claims.of(outcome.image).reduce((least, place) => Math.min(least, place), rules.length);
  const rule = rules[best];
  const count = counts[best];
  if (rule === undefined || count === undefined) return;
  count.claimed += 1;
  outcome.claimedBy = rule;
  if (rule.countType !== 'imageCountMoreThan') judgeByAge(outcome, rule, now);
  else judgeByCount(outcome, rule, 0, count.selected - 1);
}

/** `newer` images of the rule are sure to be newer than this one, and `doubtful` others may be. */
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

/** More than so many days, strictly: an image of exactly that age stays. */
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
