import { countTypeFact } from '../../../../facts/lifecycle/countTypes.ts';
import { POLICY_LIMITS } from '../../../../facts/lifecycle/policyLimits.ts';
import type { PolicyRule } from '../policyRule.ts';
import type { Obstacle } from './refusal.ts';
import { notKnown, refused } from './refusal.ts';

/** What AWS refuses in one rule whose values are each possible, or what is still not known of it. */
export function ruleObstacles(rule: PolicyRule): Obstacle[] {
  return [...unknownFields(rule), ...tagObstacles(rule), ...countObstacles(rule)];
}

/** Fields that may be there, in an object that may hold more than is written. */
function unknownFields(rule: PolicyRule): Obstacle[] {
  const optional = ['tagPatternList', 'tagPrefixList', 'storageClass', 'countUnit', 'targetStorageClass'] as const;
  return optional.flatMap((key) => (rule[key].state === 'unknown' ? [notKnown(key, rule.object.opening)] : []));
}

function* tagObstacles({ tagStatus, tagPatternList, tagPrefixList }: PolicyRule): Iterable<Obstacle> {
  if (tagStatus.state !== 'known') return;
  const { place } = tagStatus.node;
  const lists = [tagPatternList, tagPrefixList].flatMap((list) => (list.state === 'known' ? [list] : []));
  const filled = lists.filter(({ value }) => value.length > 0);
  if (tagStatus.value !== 'tagged') {
    if (filled.length > 0) yield refused(`tagStatus ${tagStatus.value} takes no list of tags.`, place);
    return;
  }
  if (lists.length === 2) yield refused('A rule takes one of tagPatternList and tagPrefixList, not both.', place);
  else if (filled.length === 0) yield refused('tagStatus tagged needs tagPatternList or tagPrefixList.', place);
  const most = POLICY_LIMITS.wildcardsInPattern;
  for (const entry of tagPatternList.state === 'known' ? tagPatternList.value : []) {
    const stars = entry.kind === 'scalar' && typeof entry.value === 'string' ? entry.value.split('*').length - 1 : 0;
    if (stars > most) yield refused(`A pattern takes at most ${most} wildcards; this one has ${stars}.`, entry.place);
  }
}

function* countObstacles(rule: PolicyRule): Iterable<Obstacle> {
  const { countType, countUnit, storageClass, actionType, targetStorageClass } = rule;
  const fact = countType.state === 'known' ? countTypeFact(countType.value) : undefined;
  if (countType.state !== 'known' || fact === undefined || actionType.state !== 'known') return;
  const { place } = countType.node;
  const written = storageClass.state === 'known' ? storageClass.value : 'standard';
  if (fact.countsDays && countUnit.state === 'absent') yield refused(`${fact.countType} needs countUnit.`, place);
  if (!fact.countsDays && countUnit.state === 'known') yield refused(`${fact.countType} takes no countUnit.`, place);
  if (written !== fact.storageClass) {
    yield refused(`${fact.countType} goes with storageClass ${fact.storageClass} only, not ${written}.`, place);
  }
  if (!fact.actions.includes(actionType.value)) {
    yield refused(`${fact.countType} cannot ${actionType.value} images.`, actionType.node.place);
  }
  if (actionType.value === 'transition' && targetStorageClass.state === 'absent') {
    yield refused('transition needs targetStorageClass.', actionType.node.place);
  }
}
