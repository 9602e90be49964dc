import type { PolicyNode, PolicyObject } from '../../ecr/documents/documentNodes.ts';
import { numberMember, objectMember, textMember } from '../../ecr/documents/memberValues.ts';
import type { EnumerationValue } from '../../facts/enumeration.ts';
import type { PolicyKey, PolicyLevel } from '../../facts/lifecycle/lifecyclePolicy.ts';
import type { CompletionContext } from '../cursor/policyCursor.ts';

/** What the rest of a rule says that bears on what fits into it. */
interface RuleFacts {
  readonly tagStatus: string | null;
  readonly countType: string | null;
  readonly storageClass: string | null;
  readonly actionType: string | null;
  readonly hasCountUnit: boolean;
  readonly hasTagList: boolean;
}

function factsOf({ object, rule }: CompletionContext, level: PolicyLevel): RuleFacts {
  const selection = level === 'selection' ? object : objectMember(rule, 'selection');
  const action = level === 'action' ? object : objectMember(rule, 'action');
  const has = (key: string) => selection?.members.some((member) => member.key === key) === true;
  return {
    tagStatus: textMember(selection, 'tagStatus'),
    countType: textMember(selection, 'countType'),
    storageClass: textMember(selection, 'storageClass'),
    actionType: textMember(action, 'type'),
    hasCountUnit: has('countUnit'),
    hasTagList: has('tagPatternList') || has('tagPrefixList'),
  };
}

/** How well a key fits: 0 it is needed, 1 it may stand, null it must not. */
export function keyRank(level: PolicyLevel, { key, required }: PolicyKey, around: CompletionContext): 0 | 1 | null {
  const { tagStatus, countType, actionType, hasTagList } = factsOf(around, level);
  switch (key) {
    case 'tagPatternList':
    case 'tagPrefixList':
      if (hasTagList || (tagStatus !== null && tagStatus !== 'tagged')) return null;
      return tagStatus === 'tagged' ? 0 : 1;
    case 'countUnit':
      if (countType === 'imageCountMoreThan') return null;
      return countType === null ? 1 : 0;
    case 'storageClass':
      return countType === 'sinceImageTransitioned' ? 0 : 1;
    case 'targetStorageClass':
      if (actionType === 'expire' || countType === 'sinceImageTransitioned') return null;
      return actionType === 'transition' ? 0 : 1;
    default:
      return required ? 0 : 1;
  }
}

/** The values of a key, those that fit the rest of the rule and of the policy first. */
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
      return (value) => fitsCountType(value, facts);
    case 'storageClass':
      return (value) => (value === 'archive') === (facts.countType === 'sinceImageTransitioned');
    case 'type':
      return (value) => {
        if (facts.countType === 'sinceImagePulled') return value === 'transition';
        return facts.countType === 'sinceImageTransitioned' || facts.storageClass === 'archive'
          ? value === 'expire'
          : true;
      };
    default:
      return () => true;
  }
}

function fitsCountType(value: string, { storageClass, actionType, hasCountUnit }: RuleFacts): boolean {
  if (storageClass === 'archive') return value === 'sinceImageTransitioned';
  if (storageClass === 'standard' && value === 'sinceImageTransitioned') return false;
  if (actionType === 'transition' && value === 'sinceImageTransitioned') return false;
  if (actionType === 'expire' && value === 'sinceImagePulled') return false;
  return !(hasCountUnit && value === 'imageCountMoreThan');
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
    const otherClass = textMember(selection, 'storageClass') ?? 'standard';
    return textMember(selection, 'tagStatus') === value && otherClass === (storageClass ?? 'standard');
  });
}

/** The smallest priority above all others of the list, so that a new rule comes last. */
export function nextPriority({ rule, rules }: CompletionContext): number {
  const used = rules.flatMap((other) => {
    const priority = other.kind === 'object' && !isSame(other, rule) ? numberMember(other, 'rulePriority') : null;
    return priority === null ? [] : [priority];
  });
  return Math.max(0, ...used) + 1;
}

/** Free numbers for a rule, the next one first, then the smallest one that is left below it. */
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
  return other !== null && one.place.piece === other.place.piece && one.place.start === other.place.start;
}
