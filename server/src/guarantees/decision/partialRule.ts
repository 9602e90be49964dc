import type { TagRequirement } from '../../ecr/documents/lifecycle/claims/requirement.ts';
import { tagRequirementOf } from '../../ecr/documents/lifecycle/claims/requirement.ts';
import type { SimulatedRule } from '../../ecr/documents/lifecycle/completeRule.ts';
import type { PolicyRule } from '../../ecr/documents/lifecycle/policyRule.ts';
import { storageClassOf } from '../../ecr/documents/lifecycle/policyRule.ts';
import { countTypeFact } from '../../facts/lifecycle/countTypes.ts';
import type { ActionType, CountType, StorageClass } from '../../facts/lifecycle/ruleValues.ts';

/** A rule of a policy, as far as known; null parts are unknown. */
export interface PartialRule {
  readonly priority: number | null;
  readonly requirement: TagRequirement | null;
  readonly storageClass: StorageClass | null;
  readonly countType: CountType | null;
  readonly countNumber: number | null;
  readonly action: SimulatedRule['action'] | null;
}

/** What is known about a rule, from itself and from what AWS allows with it. */
export function partialRuleOf(rule: PolicyRule): PartialRule {
  const { rulePriority, countNumber } = rule;
  const countType = rule.countType.state === 'known' ? rule.countType.value : null;
  return {
    priority: rulePriority.state === 'known' ? rulePriority.value : null,
    requirement: tagRequirementOf(rule),
    storageClass: countType === null ? storageClassOf(rule) : countTypeFact(countType).storageClass,
    countType,
    countNumber: countNumber.state === 'known' ? countNumber.value : null,
    action: actionOf(rule, countType),
  };
}

/** Even when the action is unknown, some count types allow only one. */
function actionOf({ actionType }: PolicyRule, countType: CountType | null): PartialRule['action'] {
  const possible: readonly ActionType[] = countType === null ? [] : countTypeFact(countType).actions;
  const [only, ...others] = actionType.state === 'known' ? [actionType.value] : possible;
  if (only === undefined || others.length > 0) return null;
  return only === 'expire' ? 'expire' : 'archive';
}

/** The complete rule, or null when a part is unknown. */
function completeRuleOf(rule: PartialRule): SimulatedRule | null {
  const { priority, requirement, storageClass, countType, countNumber, action } = rule;
  if (priority === null || requirement === null || storageClass === null) return null;
  if (countType === null || countNumber === null || action === null) return null;
  return { priority, requirement, storageClass, countType, countNumber, action };
}

const rules = new WeakMap<PartialRule, { readonly rule: SimulatedRule | null }>();

/** The same, computed once for each rule. */
export function completed(rule: PartialRule): SimulatedRule | null {
  const known = rules.get(rule) ?? { rule: completeRuleOf(rule) };
  rules.set(rule, known);
  return known.rule;
}

const lists = new WeakMap<readonly PartialRule[], readonly SimulatedRule[]>();

/** The fully known rules, in one list for each list of rules. */
export function completeRulesOf(partial: readonly PartialRule[]): readonly SimulatedRule[] {
  const known = lists.get(partial) ?? partial.flatMap((rule) => completed(rule) ?? []);
  lists.set(partial, known);
  return known;
}
