import { asValueOf } from '../../../../facts/enumeration.ts';
import { countTypeFact } from '../../../../facts/lifecycle/countTypes.ts';
import { ACTION_TYPES, COUNT_TYPES, TAG_STATUSES } from '../../../../facts/lifecycle/ruleValues.ts';
import { codeSpan } from '../../../../syntax/shown/markdown.ts';
import { capital } from '../../../sentenceParts.ts';
import type { PolicyNode, PolicyObject } from '../../documentNodes.ts';
import { numberMember, objectMember, textMember } from '../../memberValues.ts';
import type { TagRequirement } from '../claims/requirement.ts';
import { TAG_LIST_KEYS } from '../claims/tagEntries.ts';
import type { SimulatedRule } from '../completeRule.ts';
import { isAfterOthers } from '../precedence.ts';
import { actOf, days, entryText, longAgo, SINCE, tagPhrase } from './phrases.ts';

/** What the words on a rule are made of. */
type SaidRule = Pick<SimulatedRule, 'requirement' | 'action' | 'countType' | 'countNumber'>;

/**
 * What a rule does, as one sentence; null where the rule does not say enough of it. `isLater` where earlier rules have
 * some of its images. Markdown.
 */
export function ruleSentence(object: PolicyObject | null, isLater = false): string | null {
  const rule = saidRuleOf(object);
  if (rule === null) return null;
  const { countType, countNumber, requirement } = rule;
  const act = actOf(rule, 'sentence');
  const images = imagesInSentence(requirement, isLater ? 'other ' : '');
  if (countTypeFact(countType).countsDays)
    return `${capital(act)} ${images} ${longAgo(SINCE[countType], countNumber)}.`;
  return `Keeps the newest ${countNumber} of ${images} and ${act} the rest${images === 'all images' ? '' : ' of those'}.`;
}

/** The same beside the others as a clause, in a few words: "expires other images tagged v* but the newest 5". */
export function ruleClause(rule: SimulatedRule, rules: readonly SimulatedRule[] = []): string {
  const { countType, countNumber, requirement } = rule;
  const act = actOf(rule, 'clause');
  const images = imagesInClause(requirement, isAfterOthers(rule, rules) ? 'other ' : '');
  switch (countType) {
    case 'imageCountMoreThan':
      return `${act} ${images} but the newest${countNumber === 1 ? '' : ` ${countNumber}`}`;
    case 'sinceImagePulled':
      return `${act} ${images} not pulled for more than ${days(countNumber)}`;
    case 'sinceImagePushed':
    case 'sinceImageTransitioned':
      return `${act} ${images} ${longAgo(SINCE[countType], countNumber)}`;
  }
}

/** The images that a rule selects by their tags, in a few words. */
export function imagesOf({ requirement }: { readonly requirement: TagRequirement }): string {
  return imagesInClause(requirement, '');
}

function imagesInClause(requirement: TagRequirement, other: string): string {
  switch (requirement.kind) {
    case 'any':
      return `all ${other}images`;
    case 'untagged':
      return `${other}untagged images`;
    case 'tagged':
      return `${other}images tagged ${requirement.entries.map(entryText).join(' and ')}`;
  }
}

function imagesInSentence(requirement: TagRequirement, other: string): string {
  const which = tagPhrase(requirement, (entry) => codeSpan(entryText(entry)));
  return which === null ? `all ${other}images` : `the ${other}images ${which}`;
}

/** The sentence of a rule that may lack a field or have a wrong one; null without one of the four. */
function saidRuleOf(object: PolicyObject | null): SaidRule | null {
  const selection = objectMember(object, 'selection');
  const requirement = requirementIn(selection);
  const type = asValueOf(ACTION_TYPES, textMember(objectMember(object, 'action'), 'type'));
  const countType = asValueOf(COUNT_TYPES, textMember(selection, 'countType'));
  const countNumber = numberMember(selection, 'countNumber');
  if (requirement === null || type === null || countType === null || countNumber === null) return null;
  return { requirement, action: type === 'expire' ? 'expire' : 'archive', countType, countNumber };
}

function requirementIn(selection: PolicyObject | null): TagRequirement | null {
  const kind = asValueOf(TAG_STATUSES, textMember(selection, 'tagStatus'));
  if (kind !== 'tagged') return kind === null ? null : { kind };
  for (const key of TAG_LIST_KEYS) {
    const list = selection?.members.findLast((member) => member.key === key)?.value;
    if (list?.kind !== 'list' || list.open || list.items.length === 0) continue;
    const texts = list.items.map(textOf).filter((text) => text !== null);
    if (texts.length < list.items.length) return null;
    return {
      kind,
      entries: texts.map((text) => ({ kind: key === 'tagPrefixList' ? 'prefix' : 'pattern', text })),
    };
  }
  return null;
}

function textOf(node: PolicyNode): string | null {
  return node.kind === 'scalar' && typeof node.value === 'string' ? node.value : null;
}
