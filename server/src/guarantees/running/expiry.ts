import type { TagRequirement } from '../../ecr/documents/lifecycle/claims/requirement.ts';
import { meetsRequirement } from '../../ecr/documents/lifecycle/claims/requirement.ts';
import { countTypeFact } from '../../facts/lifecycle/countTypes.ts';
import type { KnownRules } from '../decision/decide.ts';
import type { PartialRule } from '../decision/partialRule.ts';
import { completed, completeRulesOf } from '../decision/partialRule.ts';
import type { KeepPromise } from '../decision/promise.ts';
import type { Witness } from '../decision/witness.ts';
import { imagesFor, isConfirmed, LONGEST_AGE, WITNESS_DAY } from '../decision/witness.ts';

/** The rule that deletes an image, and how the simulator shows it. */
export interface Expiry<Rule extends PartialRule> {
  readonly rule: Rule;
  readonly witness: Witness;
}

/** Beyond this number, no images are counted to prove it. */
const MOST_IMAGES = 5000;

/**
 * The rule that deletes an image with only this tag, however recently it was pulled; null when none does, and when
 * something unknown decides. The policy must be one that AWS accepts.
 */
export function expiryOf<Rule extends PartialRule>(
  { rules, mayHaveMore }: KnownRules<Rule>,
  tag: string,
): Expiry<Rule> | null {
  const rule = mayHaveMore ? null : claimantOf(rules, tag);
  const complete = rule === null ? null : completed(rule);
  if (rule === null || complete === null || complete.action !== 'expire') return null;
  const { countType, countNumber } = complete;
  if (countNumber > (countTypeFact(countType).countsDays ? LONGEST_AGE : MOST_IMAGES)) return null;
  const covered: readonly TagRequirement[] = [{ kind: 'tagged', entries: [{ kind: 'pattern', text: tag }] }];
  const promise: KeepPromise = { covered, newest: Number.POSITIVE_INFINITY, days: null, forbidsArchive: false };
  const images = imagesFor(complete, [tag], promise, WITNESS_DAY);
  if (images === null) return null;
  const witness: Witness = { ...images, now: WITNESS_DAY, verdict: 'expire' };
  return isConfirmed(completeRulesOf(rules), complete, promise, witness) ? { rule, witness } : null;
}

/** The rule that claims an image with only this tag; null for none, and when it may be another one. */
function claimantOf<Rule extends PartialRule>(rules: readonly Rule[], tag: string): Rule | null {
  const possible = rules.filter(
    ({ storageClass, requirement }) =>
      storageClass !== 'archive' && (requirement === null || meetsRequirement(requirement, [tag])),
  );
  const first = possible.reduce<Rule | null>((best, rule) => (order(rule) < order(best) ? rule : best), null);
  const isSure = ({ priority, requirement, storageClass }: Rule) =>
    priority !== null && requirement !== null && storageClass !== null;
  if (first === null || !isSure(first)) return null;
  return possible.every((other) => other.priority !== null) ? first : null;
}

function order(rule: PartialRule | null): number {
  return rule === null ? Number.POSITIVE_INFINITY : (rule.priority ?? Number.MAX_SAFE_INTEGER);
}
