import { whyDead } from '../../ecr/documents/lifecycle/claims/deadRules.ts';
import type { SimulatedRule } from '../../ecr/documents/lifecycle/completeRule.ts';
import { byPriority } from '../../ecr/documents/lifecycle/completeRule.ts';
import type { StorageClass } from '../../facts/lifecycle/ruleValues.ts';
import { STORAGE_CLASSES } from '../../facts/lifecycle/ruleValues.ts';
import type { Image } from '../input/image.ts';
import { Claims } from './imageClaims.ts';
import type { Outcome, RuleOutcome, Simulation, Totals } from './outcome.ts';
import { protect } from './protection.ts';
import type { RuleCount } from './runClass.ts';
import { runClass } from './runClass.ts';

/**
 * What one run of a policy's rules does to the images of a repository. All rules see the images as they are; the first
 * rule of its storage class whose tag requirement an image meets claims it, whether that rule acts on it or not, and no
 * other rule touches it. Source: Amazon ECR user guide, "Lifecycle policy evaluation rules". The time is that of
 * sorting the images.
 */
export function simulate(rules: readonly SimulatedRule[], images: readonly Image[], now: number): Simulation {
  const { ordered } = preparedOf(rules);
  const counts = new Map(ordered.map((rule) => [rule, { selected: 0, claimed: 0 }]));
  const outcomes = outcomesOf(rules, images, now, (rule, count) => counts.set(rule, count));
  return { now, outcomes, rules: ruleOutcomes(ordered, counts, outcomes), totals: totalsOf(outcomes) };
}

/** What the same run does to each image, without sums; `count` receives how many images each rule selects. */
export function outcomesOf(
  rules: readonly SimulatedRule[],
  images: readonly Image[],
  now: number,
  count: (rule: SimulatedRule, counted: RuleCount) => void = () => undefined,
): readonly Outcome[] {
  const outcomes = images.map(untouched);
  for (const { storageClass, ofClass, claims } of preparedOf(rules).classes) {
    for (const [place, counted] of runClass(ofClass, claims, outcomes, storageClass, now).entries()) {
      const rule = ofClass[place];
      if (rule !== undefined) count(rule, counted);
    }
  }
  protect(outcomes);
  return outcomes;
}

/** Rules prepared for a run. */
interface Prepared {
  readonly ordered: readonly SimulatedRule[];
  readonly classes: readonly {
    readonly storageClass: StorageClass;
    readonly ofClass: readonly SimulatedRule[];
    readonly claims: Claims;
  }[];
}

const prepared = new WeakMap<readonly SimulatedRule[], Prepared>();

/** The same list of rules is prepared once for all of its runs. */
function preparedOf(rules: readonly SimulatedRule[]): Prepared {
  const known = prepared.get(rules);
  if (known !== undefined) return known;
  const ordered = byPriority(rules);
  const classes = STORAGE_CLASSES.map(({ value: storageClass }) => {
    const ofClass = ordered.filter((rule) => rule.storageClass === storageClass);
    return { storageClass, ofClass, claims: new Claims(ofClass) };
  });
  const made: Prepared = { ordered, classes };
  prepared.set(rules, made);
  return made;
}

function untouched(image: Image): Outcome {
  const cause = image.state === 'activating' ? 'activating' : 'unclaimed';
  return { image, verdict: 'keep', rule: null, claimedBy: null, cause, measure: null, other: null, when: null };
}

function ruleOutcomes(
  rules: readonly SimulatedRule[],
  counts: ReadonlyMap<SimulatedRule, { readonly selected: number; readonly claimed: number }>,
  outcomes: readonly Outcome[],
): RuleOutcome[] {
  const acted = new Map<SimulatedRule, number>();
  const attached = new Map<SimulatedRule, number>();
  for (const { rule, cause } of outcomes) {
    if (rule === null) continue;
    acted.set(rule, (acted.get(rule) ?? 0) + 1);
    if (cause === 'attached') attached.set(rule, (attached.get(rule) ?? 0) + 1);
  }
  return rules.map((rule) => {
    const { selected, claimed } = counts.get(rule) ?? { selected: 0, claimed: 0 };
    return {
      rule,
      selected,
      claimed,
      acted: acted.get(rule) ?? 0,
      attached: attached.get(rule) ?? 0,
      // Comparing all rules is only worthwhile on request.
      get dead() {
        return whyDead(rule, rules);
      },
    };
  });
}

function totalsOf(outcomes: readonly Outcome[]): Totals {
  const totals = { expire: 0, archive: 0, keep: 0, unknown: 0, bytesFreed: 0, bytesArchived: 0 };
  for (const { verdict, image } of outcomes) {
    totals[verdict] += 1;
    if (verdict === 'expire') totals.bytesFreed += image.bytes ?? 0;
    if (verdict === 'archive') totals.bytesArchived += image.bytes ?? 0;
  }
  return totals;
}
