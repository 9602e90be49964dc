import type { PolicyNode, PolicyObject } from '../../../ecr/documents/documentNodes.ts';
import { numberMember, objectMember, textMember } from '../../../ecr/documents/memberValues.ts';
import type { EnumerationValue } from '../../../facts/enumeration.ts';
import { asValueOf, isValueOf } from '../../../facts/enumeration.ts';
import type { CountTypeFact } from '../../../facts/lifecycle/countTypes.ts';
import { countTypeFact, DEFAULT_STORAGE_CLASS } from '../../../facts/lifecycle/countTypes.ts';
import type { PolicyKey, PolicyLevel } from '../../../facts/lifecycle/lifecyclePolicy.ts';
import type { ActionType, CountType, StorageClass, TagStatus } from '../../../facts/lifecycle/ruleValues.ts';
import { ACTION_TYPES, COUNT_TYPES, STORAGE_CLASSES, TAG_STATUSES } from '../../../facts/lifecycle/ruleValues.ts';
import { largestOf } from '../../../syntax/arrays.ts';
import { beginsAtSamePlace } from '../../../syntax/tree/place.ts';
import type { CompletionContext } from '../../cursor/policy/policyCursor.ts';

/** The parts of a rule that decide what fits into it. */
interface RuleFacts {
  readonly tagStatus: TagStatus | null;
  readonly count: CountTypeFact | null;
  readonly storageClass: StorageClass | null;
  readonly actionType: ActionType | null;
  readonly hasCountUnit: boolean;
  readonly hasTagList: boolean;
}

function factsOf({ object, rule }: CompletionContext, level: PolicyLevel): RuleFacts {
  const selection = level === 'selection' ? object : objectMember(rule, 'selection');
  const action = level === 'action' ? object : objectMember(rule, 'action');
  const countType = asValueOf(COUNT_TYPES, textMember(selection, 'countType'));
  const has = (key: string) => selection?.members.some((member) => member.key === key) === true;
  return {
    tagStatus: asValueOf(TAG_STATUSES, textMember(selection, 'tagStatus')),
    count: countType === null ? null : countTypeFact(countType),
    storageClass: asValueOf(STORAGE_CLASSES, textMember(selection, 'storageClass')),
    actionType: asValueOf(ACTION_TYPES, textMember(action, 'type')),
    hasCountUnit: has('countUnit'),
    hasTagList: has('tagPatternList') || has('tagPrefixList'),
  };
}

/** How well a key fits: 0 it is required, 1 it is allowed, null it is not allowed. */
export function keyRank(level: PolicyLevel, { key, required }: PolicyKey, around: CompletionContext): 0 | 1 | null {
  const { tagStatus, count, actionType, hasTagList } = factsOf(around, level);
  switch (key) {
    case 'tagPatternList':
    case 'tagPrefixList':
      if (hasTagList || (tagStatus !== null && tagStatus !== 'tagged')) return null;
      return tagStatus === 'tagged' ? 0 : 1;
    case 'countUnit':
      if (count === null) return 1;
      return count.countsDays ? 0 : null;
    case 'storageClass':
      return count === null || count.storageClass === DEFAULT_STORAGE_CLASS ? 1 : 0;
    case 'targetStorageClass':
      if (actionType === 'expire' || count?.actions.includes('transition') === false) return null;
      return actionType === 'transition' ? 0 : 1;
    default:
      return required ? 0 : 1;
  }
}

/** The values of a key, those that fit the rest of the rule and the policy first. */
export function rankedValues(
  level: PolicyLevel,
  fact: PolicyKey,
  around: CompletionContext,
): readonly EnumerationValue[] {
  const known = fact.values ?? [];
  const fits = fitting(level, fact.key, around);
  return [...known.filter(({ value }) => fits(value)), ...known.filter(({ value }) => !fits(value))];
}

function fitting(level: PolicyLevel, key: string, around: CompletionContext): (value: string) => boolean {
  const facts = factsOf(around, level);
  switch (key) {
    case 'tagStatus':
      return (value) => fitsTagStatus(value, facts, around);
    case 'countType':
      return (value) => isValueOf(COUNT_TYPES, value) && fitsCountType(value, facts);
    case 'storageClass':
      return (value) => value === (facts.count?.storageClass ?? DEFAULT_STORAGE_CLASS);
    case 'type':
      return (value) => fittingActions(facts).some((type) => type === value);
    default:
      return () => true;
  }
}

function fitsCountType(value: CountType, { storageClass, actionType, hasCountUnit }: RuleFacts): boolean {
  const fact = countTypeFact(value);
  if (storageClass === 'archive') return fact.storageClass === storageClass;
  if (storageClass !== null && storageClass !== fact.storageClass) return false;
  if (actionType !== null && !fact.actions.includes(actionType)) return false;
  return fact.countsDays || !hasCountUnit;
}

/** Archived images can only expire, if the countType allows it. */
function fittingActions({ count, storageClass }: RuleFacts): readonly ActionType[] {
  const accepted = count?.actions ?? ACTION_TYPES.map(({ value }) => value);
  return storageClass === 'archive' && accepted.includes('expire') ? ['expire'] : accepted;
}

function fitsTagStatus(
  value: string,
  { hasTagList, storageClass }: RuleFacts,
  { rule, rules }: CompletionContext,
): boolean {
  if (hasTagList) return value === 'tagged';
  if (value === 'tagged') return true;
  const others = rules.filter((other): other is PolicyObject => other.kind === 'object' && !isSame(other, rule));
  return !others.some((other) => {
    const selection = objectMember(other, 'selection');
    const otherClass = textMember(selection, 'storageClass') ?? DEFAULT_STORAGE_CLASS;
    return textMember(selection, 'tagStatus') === value && otherClass === (storageClass ?? DEFAULT_STORAGE_CLASS);
  });
}

/** The smallest priority above all others of the list, so that a new rule comes last. */
export function nextPriority({ rule, rules }: CompletionContext): number {
  const used = rules.flatMap((other) => {
    const priority = other.kind === 'object' && !isSame(other, rule) ? numberMember(other, 'rulePriority') : null;
    return priority === null ? [] : [priority];
  });
  return largestOf(used, 0) + 1;
}

/** Free priorities for a rule: the next one first, then the smallest free one below it. */
export function freePriorities(around: CompletionContext): readonly number[] {
  const next = nextPriority(around);
  const used = new Set(
    around.rules.flatMap((other) =>
      other.kind === 'object' && !isSame(other, around.rule) ? [numberMember(other, 'rulePriority')] : [],
    ),
  );
  let gap = 1;
  while (used.has(gap)) gap += 1;
  return gap < next ? [next, gap] : [next];
}

function isSame(one: PolicyNode, other: PolicyNode | null): boolean {
  return other !== null && beginsAtSamePlace(one.place, other.place);
}
