import { asValueOf } from '../../../../facts/enumeration.ts';
import { countTypeFact } from '../../../../facts/lifecycle/countTypes.ts';
import { ACTION_TYPES, COUNT_TYPES, TAG_STATUSES } from '../../../../facts/lifecycle/ruleValues.ts';
import { codeSpan } from '../../../../syntax/shown/markdown.ts';
import type { Say } from '../../../../syntax/shown/say.ts';
import { inEnglish } from '../../../../syntax/shown/say.ts';
import { capital } from '../../../sentenceParts.ts';
import type { PolicyNode, PolicyObject } from '../../documentNodes.ts';
import { numberMember, objectMember, textMember } from '../../memberValues.ts';
import type { TagEntry, TagRequirement } from '../claims/requirement.ts';
import { TAG_LIST_KEYS } from '../claims/tagEntries.ts';
import type { SimulatedRule } from '../completeRule.ts';
import { isAfterOthers } from '../precedence.ts';
import { actOf, entryText, isOneTag, longAgo, SINCE, tagPhrase, tellingEntries } from './phrases.ts';

/** The parts of a sentence about a rule. */
type SaidRule = Pick<SimulatedRule, 'requirement' | 'action' | 'countType' | 'countNumber'>;

/**
 * What a rule does, as one sentence; null when the rule does not say enough. `isLater` when earlier rules claim some of
 * its images. Markdown.
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
export function ruleClause(rule: SimulatedRule, rules: readonly SimulatedRule[] = [], say: Say = inEnglish): string {
  const { countType, countNumber, requirement } = rule;
  const images = imagesInClause(requirement, isAfterOthers(rule, rules), say);
  const does = (expires: string, archives: string, ...values: readonly string[]) =>
    say(rule.action === 'archive' ? archives : expires, images, ...values);
  const number = String(countNumber);
  switch (countType) {
    case 'imageCountMoreThan':
      return countNumber === 1
        ? does('expires {0} but the newest', 'archives {0} but the newest')
        : does('expires {0} but the newest {1}', 'archives {0} but the newest {1}', number);
    case 'sinceImagePulled': {
      const time = countNumber === 1 ? say('more than 1 day') : say('more than {0} days', number);
      return does('expires {0} not pulled for {1}', 'archives {0} not pulled for {1}', time);
    }
    case 'sinceImagePushed':
    case 'sinceImageTransitioned':
      return does('expires {0} {1}', 'archives {0} {1}', longAgo(SINCE[countType], countNumber, say));
  }
}

/** The images that a rule selects by their tags, in a few words. */
export function imagesOf({ requirement }: { readonly requirement: TagRequirement }): string {
  return imagesInClause(requirement, false, inEnglish);
}

function imagesInClause(requirement: TagRequirement, isOther: boolean, say: Say): string {
  switch (requirement.kind) {
    case 'any':
      return isOther ? say('all other images') : say('all images');
    case 'untagged':
      return isOther ? say('other untagged images') : say('untagged images');
    case 'tagged': {
      const shown = (entry: TagEntry) => (isOneTag(entry) ? say('exactly {0}', entryText(entry)) : entryText(entry));
      const tags = tellingEntries(requirement.entries).map(shown).join(say(' and '));
      if (tags === '') return isOther ? say('other tagged images') : say('tagged images');
      return isOther ? say('other images tagged {0}', tags) : say('images tagged {0}', tags);
    }
  }
}

function imagesInSentence(requirement: TagRequirement, other: string): string {
  const which = tagPhrase(requirement, (entry) => codeSpan(entryText(entry)));
  return which === null ? `all ${other}images` : `the ${other}images ${which}`;
}

/** The sentence of a rule that may have missing or wrong fields; null when one of the four is unusable. */
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
