import type { TagRequirement } from '../../ecr/documents/lifecycle/claims/requirement.ts';
import { countTypeFact } from '../../facts/lifecycle/countTypes.ts';
import type { PartialRule } from './partialRule.ts';
import type { KeepPromise } from './promise.ts';
import { hasVictim } from './realTags.ts';
import { isForOneImage, isWithin } from './sharedImages.ts';
import { LONGEST_AGE } from './witness.ts';

/** False when no value of the unknown parts lets the rule act on an image that must stay. `rules` are all rules. */
export function mayBreak(rule: PartialRule, rules: readonly PartialRule[], promise: KeepPromise): boolean {
  if (rule.action === 'archive' && !promise.forbidsArchive) return false;
  const requirement = rule.requirement ?? ANY;
  const earlier = requirementsBefore(rule, rules);
  if (!hasVictim({ requirement, earlier, covered: promise.covered })) return false;
  return rule.countType === null || mayReach(rule, rule.countType, promise);
}

const before = new WeakMap<readonly PartialRule[], Map<PartialRule, readonly TagRequirement[]>>();

/** The requirements of the rules that certainly come before, computed once for each list of rules. */
function requirementsBefore(rule: PartialRule, rules: readonly PartialRule[]): readonly TagRequirement[] {
  const known = before.get(rules) ?? new Map<PartialRule, readonly TagRequirement[]>();
  before.set(rules, known);
  const found =
    known.get(rule) ?? rules.filter((other) => isSurelyBefore(other, rule)).flatMap((other) => other.requirement ?? []);
  known.set(rule, found);
  return found;
}

const ANY: TagRequirement = { kind: 'any' };

/** Whether the rule's number lets it reach an image while it must stay. */
function mayReach(
  { requirement, countNumber }: PartialRule,
  countType: NonNullable<PartialRule['countType']>,
  { newest, days, covered }: KeepPromise,
): boolean {
  // A single image is the newest however old it is, and any number of others may be pushed in one day.
  if (countTypeFact(countType).countsDays) {
    const isEver = countNumber === null || countNumber < LONGEST_AGE;
    return isEver && (newest !== null || isLess(countNumber, days));
  }
  if (requirement !== null && isForOneImage(requirement)) return false;
  return days !== null || requirement === null || !isWithin(requirement, covered) || isLess(countNumber, newest);
}

/** True for an unknown number, too. */
function isLess(number: number | null, limit: number | null): boolean {
  return limit !== null && (number === null || number < limit);
}

function isSurelyBefore(other: PartialRule, rule: PartialRule): boolean {
  if (other.priority === null || rule.priority === null || rule.storageClass === null) return false;
  return other.priority < rule.priority && other.storageClass === rule.storageClass;
}
