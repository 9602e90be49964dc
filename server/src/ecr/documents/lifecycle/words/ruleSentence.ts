import { asValueOf } from '../../../../facts/enumeration.ts';
import type { CountType } from '../../../../facts/lifecycle/ruleValues.ts';
import { ACTION_TYPES, COUNT_TYPES, TAG_STATUSES } from '../../../../facts/lifecycle/ruleValues.ts';
import { codeSpan } from '../../../../syntax/shown/markdown.ts';
import type { PolicyNode, PolicyObject } from '../../documentNodes.ts';
import { numberMember, objectMember, textMember } from '../../memberValues.ts';
import type { TagEntry, TagRequirement } from '../claims/requirement.ts';
import { TAG_LIST_KEYS } from '../claims/tagEntries.ts';
import type { SimulatedRule } from '../completeRule.ts';
import { isAfterOthers } from '../precedence.ts';

/** What the words on a rule are made of. */
type SaidRule = Pick<SimulatedRule, 'requirement' | 'action' | 'countType' | 'countNumber'>;

/**
 * What a rule does, as one sentence; null where the rule does not say enough of it. `isLater` where earlier rules have
 * some of its images. Markdown.
 */
export function ruleSentence(object: PolicyObject | null, isLater = false): string | null {
  const rule = saidRuleOf(object);
  if (rule === null) return null;
  const { countType, countNumber, action, requirement } = rule;
  const act = action === 'expire' ? 'deletes' : 'archives';
  const images = imagesInSentence(requirement, isLater ? 'other ' : '');
  if (countType !== 'imageCountMoreThan')
    return `${capital(act)} ${images} ${SINCE[countType].sentence} more than ${days(countNumber)} ago.`;
  return `Keeps the newest ${countNumber} of ${images} and ${act} the rest${images === 'all images' ? '' : ' of those'}.`;
}

/** The same beside the others as a clause, in a few words: "expires other images tagged v* but the newest 5". */
export function ruleClause(rule: SimulatedRule, rules: readonly SimulatedRule[] = []): string {
  const { action, countType, countNumber, requirement } = rule;
  const act = action === 'expire' ? 'expires' : 'archives';
  const images = imagesInClause(requirement, isAfterOthers(rule, rules) ? 'other ' : '');
  if (countType !== 'imageCountMoreThan') return `${act} ${images} ${SINCE[countType].clause(days(countNumber))}`;
  return `${act} ${images} but the newest${countNumber === 1 ? '' : ` ${countNumber}`}`;
}

/** What the days of a count type are counted from, in each form. */
const SINCE: Readonly<
  Record<
    Exclude<CountType, 'imageCountMoreThan'>,
    { readonly sentence: string; readonly clause: (days: string) => string }
  >
> = {
  sinceImagePushed: { sentence: 'pushed', clause: (count) => `pushed more than ${count} ago` },
  sinceImagePulled: { sentence: 'last pulled', clause: (count) => `not pulled for more than ${count}` },
  sinceImageTransitioned: { sentence: 'archived', clause: (count) => `archived more than ${count} ago` },
};

/** The images that a rule selects by their tags, in a few words. */
export function imagesOf({ requirement }: { readonly requirement: TagRequirement }): string {
  return imagesInClause(requirement, '');
}

/** A sentence with a capital letter before it. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
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
  switch (requirement.kind) {
    case 'any':
      return `all ${other}images`;
    case 'untagged':
      return `the ${other}images without a tag`;
    case 'tagged': {
      const tags = requirement.entries.map((entry) => codeSpan(entryText(entry)));
      return tags.length === 1
        ? `the ${other}images with a tag ${tags[0]}`
        : `the ${other}images with tags for every one of ${tags.join(', ')}`;
    }
  }
}

/** An entry of a list of tags as it is shown: a prefix is followed by dots. */
export function entryText({ kind, text }: TagEntry): string {
  return kind === 'prefix' ? `${text}…` : text;
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

/** What a rule says that may lack something, or have something wrong beside it; null without one of the four. */
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
