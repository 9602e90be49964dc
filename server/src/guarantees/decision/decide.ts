import type { SimulatedRule } from '../../ecr/documents/lifecycle/completeRule.ts';
import { countTypeFact } from '../../facts/lifecycle/countTypes.ts';
import { mayBreak } from './mayBreak.ts';
import type { PartialRule } from './partialRule.ts';
import { completed, completeRulesOf } from './partialRule.ts';
import type { KeepPromise } from './promise.ts';
import { tagsOfVictim } from './realTags.ts';
import type { Witness } from './witness.ts';
import { imagesFor, isConfirmed, WITNESS_DAY } from './witness.ts';

/** A rule that acts on an image that must stay, and images with which the simulator proves it. */
export interface Breach<Rule extends PartialRule> {
  readonly rule: Rule;
  readonly witness: Witness;
}

/** Whether a policy keeps a promise, whatever images there are. */
export type Decision<Rule extends PartialRule> =
  | { readonly kind: 'kept' }
  /** The first breaches by text order; this many other rules may break it too. */
  | { readonly kind: 'broken'; readonly breaches: readonly Breach<Rule>[]; readonly more: number }
  /** One of these rules may break it: something in them, or before them, is unknown, or no witness was found. */
  | { readonly kind: 'undecided'; readonly rules: readonly Rule[] };

/** The rules of a policy, as far as known. */
export interface KnownRules<Rule extends PartialRule> {
  readonly rules: readonly Rule[];
  /** True when there may be others. */
  readonly mayHaveMore: boolean;
}

/** The budget for finding the witnesses of one policy, in images; beyond it nothing is decided. */
export class WitnessBudget {
  #images = 20_000;

  /** Counts images; false when those are too many. */
  spend(images: number): boolean {
    if (images > this.#images) return false;
    this.#images -= images;
    return true;
  }
}

/** Beyond this number, rules that break one promise are only counted. */
const MOST_BREACHES = 10;

/**
 * Decides whether any rule can act on an image that the promise keeps. Images are any that a repository may contain:
 * with any tags, a tag on one image at a time, pushed, pulled, archived and restored in that order; none is attached to
 * another one. The policy must be one that AWS accepts. `now` is the moment of the witnesses, in milliseconds since
 * 1970.
 */
export function decide<Rule extends PartialRule>(
  { rules, mayHaveMore }: KnownRules<Rule>,
  promise: KeepPromise,
  now: number = WITNESS_DAY,
  budget = new WitnessBudget(),
): Decision<Rule> {
  const possible = rules.filter((rule) => mayBreak(rule, rules, promise));
  if (possible.length === 0 && !mayHaveMore) return { kind: 'kept' };
  const breaches: Breach<Rule>[] = [];
  for (const [index, rule] of possible.entries()) {
    const breach = breachBy(rule, rules, mayHaveMore, promise, now, budget);
    if (breach !== null) breaches.push(breach);
    if (breaches.length === MOST_BREACHES) return { kind: 'broken', breaches, more: possible.length - index - 1 };
  }
  return breaches.length > 0 ? { kind: 'broken', breaches, more: 0 } : { kind: 'undecided', rules: possible };
}

/** Unknown rules cannot have the same priority: AWS accepts no priority twice. */
function isFirst({ priority }: PartialRule): boolean {
  return priority === 1;
}

function mayBeBefore(other: PartialRule, rule: SimulatedRule): boolean {
  const isOfClass = other.storageClass === null || other.storageClass === rule.storageClass;
  return isOfClass && (other.priority === null || other.priority < rule.priority);
}

/** The breach by a rule that is certain whatever the unknown parts are, or null. */
function breachBy<Rule extends PartialRule>(
  rule: Rule,
  rules: readonly Rule[],
  mayHaveMore: boolean,
  promise: KeepPromise,
  now: number,
  budget: WitnessBudget,
): Breach<Rule> | null {
  const complete = completed(rule);
  if (complete === null || (mayHaveMore && !isFirst(rule))) return null;
  const before = rules.filter((other) => other !== rule && mayBeBefore(other, complete));
  const earlier = before.flatMap((other) => other.requirement ?? []);
  if (earlier.length < before.length) return null;
  const tags = tagsOfVictim({ requirement: complete.requirement, earlier, covered: promise.covered });
  if (tags === null) return null;
  const cost = countTypeFact(complete.countType).countsDays ? 1 : complete.countNumber + 1;
  const images = budget.spend(cost) ? imagesFor(complete, tags, promise, now) : null;
  if (images === null) return null;
  const witness: Witness = { ...images, now, verdict: complete.action };
  return isConfirmed(completeRulesOf(rules), complete, promise, witness) ? { rule, witness } : null;
}
