import { knownPriorities } from '../../ecr/documents/lifecycle/claims/priorities.ts';
import { maySelect, rulesSelecting } from '../../ecr/documents/lifecycle/claims/statusRules.ts';
import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import type { PolicyPart } from '../../ecr/documents/lifecycle/policyParts.ts';
import type { PolicyRule } from '../../ecr/documents/lifecycle/policyRule.ts';
import type { Change } from '../../ecr/edits/change.ts';
import type { CountTypeFact } from '../../facts/lifecycle/countTypes.ts';
import { ARCHIVE_MINIMUM_DAYS, countTypeFact } from '../../facts/lifecycle/countTypes.ts';
import { policyValues } from '../../facts/lifecycle/lifecyclePolicy.ts';
import { ACTION_TYPES, COUNT_TYPES } from '../../facts/lifecycle/ruleValues.ts';
import { STARTER_POLICIES } from '../../facts/lifecycle/starterPolicies.ts';
import { largestOf, smallestOf } from '../../syntax/arrays.ts';
import type { JsonValue } from '../../syntax/edit/term.ts';

/** A value for a key that is compatible with the rest of the rule. */
export interface KeyChoice {
  readonly value: JsonValue;
  /** What else must change with it. */
  readonly also: readonly Change[];
}

/** The values that a key of a policy may get without breaking any known part of it; the most useful first. */
export function choicesFor(policy: LifecyclePolicy, { rule, level }: PolicyPart, key: string): KeyChoice[] {
  if (rule === null) return plain([STARTER_POLICIES.find(({ rules }) => rules.length === 1)?.rules ?? []]);
  switch (key) {
    case 'rulePriority':
      return plain(priorities(policy.rules, rule));
    case 'selection':
      return plain([selection(policy.rules, rule)]);
    case 'action':
      return plain([countFact(rule)?.actions.includes('expire') === false ? TRANSITION : { type: 'expire' }]);
    case 'tagStatus':
      return tagStatuses(policy.rules, rule);
    case 'countType':
      return countTypes(rule);
    case 'countNumber':
      return plain([countNumber(rule)]);
    case 'type':
      return actionTypes(rule);
    case 'storageClass': {
      const fact = countFact(rule);
      return plain(fact === undefined ? policyValues(level, key) : [fact.storageClass]);
    }
    default:
      return plain(policyValues(level, key));
  }
}

const TRANSITION = { type: 'transition', targetStorageClass: 'archive' };

function plain(values: readonly JsonValue[]): KeyChoice[] {
  return values.map((value) => ({ value, also: [] }));
}

function countFact({ countType }: PolicyRule): CountTypeFact | undefined {
  return countType.state === 'known' ? countTypeFact(countType.value) : undefined;
}

/** After all other rules, or before the policy's `any` rule when a number is free there. */
function priorities(rules: readonly PolicyRule[], rule: PolicyRule): number[] {
  const taken = knownPriorities(rules).map(({ priority }) => priority);
  const any = rulesSelecting(rules, 'any').map((other) => other.rule);
  const limit = any.includes(rule)
    ? Number.POSITIVE_INFINITY
    : smallestOf(knownPriorities(any).map(({ priority }) => priority));
  if (limit === Number.POSITIVE_INFINITY) return [largestOf(taken, 0) + 1];
  for (let free = limit - 1; free >= 1 && free >= limit - taken.length; free -= 1) {
    if (!taken.includes(free)) return [free];
  }
  return [];
}

function selection(rules: readonly PolicyRule[], rule: PolicyRule): JsonValue {
  const canBeUntagged = rules.every(({ tagStatus }) => tagStatus.state !== 'known' || tagStatus.value !== 'untagged');
  return canBeUntagged && maySelect(rules, rule, 'untagged')
    ? { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 14 }
    : { tagStatus: 'tagged', tagPrefixList: ['v'], countType: 'imageCountMoreThan', countNumber: 30 };
}

function tagStatuses(rules: readonly PolicyRule[], rule: PolicyRule): KeyChoice[] {
  const { tagPatternList, tagPrefixList, selection: object } = rule;
  if (tagPatternList.state !== 'absent' || tagPrefixList.state !== 'absent') return plain(['tagged']);
  const others = (['untagged', 'any'] as const).filter((status) => maySelect(rules, rule, status));
  if (object === null) return plain(others);
  const list: Change = { kind: 'set-key', object, key: 'tagPatternList', value: ['*'] };
  return [...plain(others), { value: 'tagged', also: [list] }];
}

function countTypes(rule: PolicyRule): KeyChoice[] {
  const { actionType, storageClass, countUnit, selection: object } = rule;
  return COUNT_TYPES.flatMap(({ value }): KeyChoice[] => {
    const fact = countTypeFact(value);
    if (object === null || storageClass.state === 'unknown') return [];
    const written = storageClass.state === 'known' ? storageClass.value : 'standard';
    if (fact.storageClass !== written) return [];
    if (actionType.state === 'known' && !fact.actions.includes(actionType.value)) return [];
    if (fact.countsDays && countUnit.state === 'absent') {
      return [{ value, also: [{ kind: 'set-key', object, key: 'countUnit', value: 'days' }] }];
    }
    if (!fact.countsDays && countUnit.state === 'known') {
      return [{ value, also: [{ kind: 'remove-key', object, member: countUnit.member }] }];
    }
    return plain([value]);
  });
}

function countNumber(rule: PolicyRule): number {
  const fact = countFact(rule);
  if (fact?.storageClass === 'archive') return ARCHIVE_MINIMUM_DAYS;
  return fact?.countsDays ? 14 : 30;
}

function actionTypes(rule: PolicyRule): KeyChoice[] {
  const { targetStorageClass, action } = rule;
  const allowed = countFact(rule)?.actions ?? ACTION_TYPES.map(({ value }) => value);
  return allowed.flatMap((value): KeyChoice[] => {
    if (action === null) return [];
    if (value === 'transition' && targetStorageClass.state === 'absent') {
      return [{ value, also: [{ kind: 'set-key', object: action, key: 'targetStorageClass', value: 'archive' }] }];
    }
    if (value === 'expire' && targetStorageClass.state === 'known') {
      return [{ value, also: [{ kind: 'remove-key', object: action, member: targetStorageClass.member }] }];
    }
    return plain([value]);
  });
}
