import { countTypeFact, DEFAULT_STORAGE_CLASS } from '../../../../facts/lifecycle/countTypes.ts';
import { POLICY_LIMITS } from '../../../../facts/lifecycle/policyLimits.ts';
import { entriesOf, isEmptyList, TAG_LIST_KEYS } from '../claims/tagEntries.ts';
import type { PolicyRule } from '../policyRule.ts';
import type { ListField } from '../ruleFields.ts';
import type { Refusal } from './refusal.ts';

/**
 * What AWS rejects in a rule whose values are valid one by one. Each refusal is decided as soon as the values it needs
 * are known.
 */
export function* refusalsInRule(rule: PolicyRule): Iterable<Refusal> {
  yield* tagRefusals(rule);
  yield* wildcardRefusals(rule);
  yield* countRefusals(rule);
  yield* actionRefusals(rule);
}

function* tagRefusals(rule: PolicyRule): Iterable<Refusal> {
  const { selection, tagStatus } = rule;
  if (selection === null) return;
  if (tagStatus.state !== 'known') {
    yield* conflictOfLists(rule);
    return;
  }
  const status = tagStatus.value;
  if (status === 'tagged') {
    const { place } = tagStatus.node;
    if (TAG_LIST_KEYS.every((key) => selectsNothing(rule[key])))
      yield { code: 'list-missing', place, rule, selection, tagStatus };
    else yield* conflictOfLists(rule);
    return;
  }
  for (const key of TAG_LIST_KEYS) {
    const list = rule[key];
    if (list.state !== 'known') continue;
    const refusal = { place: list.node.place, rule, selection, status, key, list };
    if (isEmptyList(list)) yield { code: 'empty-list', ...refusal };
    else if (list.value.length > 0) yield { code: 'list-forbidden', ...refusal };
  }
}

function* conflictOfLists(rule: PolicyRule): Iterable<Refusal> {
  const { selection, tagPatternList, tagPrefixList } = rule;
  if (selection === null || tagPatternList.state !== 'known' || tagPrefixList.state !== 'known') return;
  if (isEmptyList(tagPatternList) && isEmptyList(tagPrefixList)) return;
  const { members } = selection;
  const isPrefixLater = members.indexOf(tagPrefixList.member) > members.indexOf(tagPatternList.member);
  const [first, later] = isPrefixLater ? [tagPatternList, tagPrefixList] : [tagPrefixList, tagPatternList];
  yield { code: 'two-lists', place: later.node.place, rule, selection, first, later };
}

function selectsNothing(list: ListField): boolean {
  return list.state === 'absent' || isEmptyList(list);
}

function* wildcardRefusals({ tagPatternList }: PolicyRule): Iterable<Refusal> {
  for (const { node, text } of entriesOf(tagPatternList)) {
    const wildcards = text.split('*').length - 1;
    if (wildcards > POLICY_LIMITS.wildcardsInPattern) yield { code: 'wildcards', place: node.place, wildcards };
  }
}

function* countRefusals(rule: PolicyRule): Iterable<Refusal> {
  const { selection, countType, countUnit, storageClass } = rule;
  if (selection === null || countType.state !== 'known') return;
  const { countsDays, storageClass: needed } = countTypeFact(countType.value);
  const { place } = countType.node;
  if (countsDays && countUnit.state === 'absent') yield { code: 'unit-missing', place, rule, selection, countType };
  if (!countsDays && countUnit.state === 'known')
    yield { code: 'unit-forbidden', place: countUnit.node.place, rule, selection, countType, countUnit };
  if (storageClass.state === 'unknown') return;
  const written = storageClass.state === 'known' ? storageClass.value : DEFAULT_STORAGE_CLASS;
  const about = storageClass.state === 'known' ? storageClass.node.place : place;
  if (written !== needed) yield { code: 'storage-class', place: about, rule, selection, countType, needed };
}

function* actionRefusals(rule: PolicyRule): Iterable<Refusal> {
  const { action, actionType, countType, targetStorageClass } = rule;
  if (action === null || actionType.state !== 'known') return;
  const { place } = actionType.node;
  if (countType.state === 'known' && !countTypeFact(countType.value).actions.includes(actionType.value)) {
    yield { code: 'action-mismatch', place, rule, action, actionType, countType };
    return;
  }
  if (actionType.value === 'transition' && targetStorageClass.state === 'absent')
    yield { code: 'target-missing', place, rule, action };
  if (actionType.value === 'expire' && targetStorageClass.state === 'known') {
    const { node, member } = targetStorageClass;
    yield { code: 'target-of-expire', place: node.place, rule, action, member };
  }
}
