import type { SimulatedRule } from '../ecr/documents/lifecycle/completeRule.ts';
import { byPriority } from '../ecr/documents/lifecycle/completeRule.ts';
import type { PolicyRule } from '../ecr/documents/lifecycle/policyRule.ts';
import { refusalsAcrossRules } from '../ecr/documents/lifecycle/refusals/acrossRules.ts';
import { refusalsOfOneRule } from '../ecr/documents/lifecycle/refusals/ofOneRule.ts';
import { isDoubtful } from '../ecr/documents/lifecycle/refusals/refusal.ts';
import { days } from '../ecr/documents/lifecycle/words/phrases.ts';
import { imagesOf } from '../ecr/documents/lifecycle/words/ruleSentence.ts';
import { countTypeFact } from '../facts/lifecycle/countTypes.ts';
import { mayBreak } from './decision/mayBreak.ts';
import { completed, partialRuleOf } from './decision/partialRule.ts';
import type { KeepPromise } from './decision/promise.ts';

/** AWS takes no policy of more rules. */
const MOST_RULES = 50;

/**
 * What a policy always keeps, whatever images there are, one sentence for each rule that contributes. `rules` are all
 * rules of the policy. Empty when something is unknown, and when AWS rejects the policy.
 */
export function alwaysKept(rules: readonly PolicyRule[]): readonly string[] {
  const known = rules.flatMap((rule) => completed(partialRuleOf(rule)) ?? []);
  if (known.length < rules.length || known.length > MOST_RULES || isRefused(rules)) return [];
  const sentences = byPriority(known).flatMap((rule) => sentenceOn(rule, known) ?? []);
  return [...new Set(sentences)];
}

function isRefused(rules: readonly PolicyRule[]): boolean {
  const all = [...rules.flatMap((rule) => [...refusalsOfOneRule(rule)]), ...refusalsAcrossRules(rules)];
  return all.some((refusal) => !isDoubtful(refusal));
}

function sentenceOn(rule: SimulatedRule, rules: readonly SimulatedRule[]): string | null {
  const { countType, countNumber, requirement, storageClass } = rule;
  if (storageClass === 'archive') return null;
  const holds = (limits: Pick<KeepPromise, 'newest' | 'days'>) => {
    const promise: KeepPromise = { covered: [requirement], forbidsArchive: false, ...limits };
    return !rules.some((other) => mayBreak(other, rules, promise));
  };
  const images = requirement.kind === 'any' ? 'images' : imagesOf(rule);
  if (holds({ newest: Number.POSITIVE_INFINITY, days: null })) {
    return `Never deletes ${requirement.kind === 'any' ? 'any image' : images}.`;
  }
  if (countTypeFact(countType).countsDays) {
    const isKept = holds({ newest: null, days: countNumber });
    return isKept
      ? `Always keeps ${images} pushed within the last ${countNumber === 1 ? 'day' : days(countNumber)}.`
      : null;
  }
  if (!holds({ newest: countNumber, days: null })) return null;
  return countNumber === 1
    ? `Always keeps the newest of the ${images}.`
    : `Always keeps the ${countNumber} newest ${images}.`;
}
