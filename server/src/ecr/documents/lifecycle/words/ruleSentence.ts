import { codeSpan } from '../../../../syntax/shown/markdown.ts';
import type { PolicyNode, PolicyObject } from '../../documentNodes.ts';
import { numberMember, objectMember, textMember } from '../../memberValues.ts';

/**
 * What a rule does, as one sentence; null where the rule does not say enough of it. `isAfterOthers` where earlier rules
 * have some of its images. Markdown.
 */
export function ruleSentence(rule: PolicyObject | null, isAfterOthers = false): string | null {
  const selection = objectMember(rule, 'selection');
  const images = imagesOf(selection, isAfterOthers ? 'other ' : '');
  const act = actionOf(objectMember(rule, 'action'));
  const count = numberMember(selection, 'countNumber');
  if (images === null || act === null || count === null) return null;
  const days = count === 1 ? 'day' : 'days';
  switch (textMember(selection, 'countType')) {
    case 'imageCountMoreThan':
      return `Keeps the newest ${count} of ${images} and ${act} the rest${images === 'all images' ? '' : ' of those'}.`;
    case 'sinceImagePushed':
      return `${capital(act)} ${images} pushed more than ${count} ${days} ago.`;
    case 'sinceImagePulled':
      return `${capital(act)} ${images} last pulled more than ${count} ${days} ago.`;
    case 'sinceImageTransitioned':
      return `${capital(act)} ${images} archived more than ${count} ${days} ago.`;
    default:
      return null;
  }
}

function imagesOf(selection: PolicyObject | null, other: string): string | null {
  switch (textMember(selection, 'tagStatus')) {
    case 'any':
      return `all ${other}images`;
    case 'untagged':
      return `the ${other}images without a tag`;
    case 'tagged':
      return taggedImages(selection, other);
    default:
      return null;
  }
}

function taggedImages(selection: PolicyObject | null, other: string): string | null {
  for (const key of ['tagPatternList', 'tagPrefixList']) {
    const list = selection?.members.findLast((member) => member.key === key)?.value;
    if (list?.kind !== 'list' || list.open || list.items.length === 0) continue;
    const texts = list.items.map(textOf);
    if (texts.includes(null)) return null;
    const tags = texts.map((text) => codeSpan(`${text}${key === 'tagPrefixList' ? '…' : ''}`));
    return tags.length === 1
      ? `the ${other}images with a tag ${tags[0]}`
      : `the ${other}images with tags for every one of ${tags.join(', ')}`;
  }
  return null;
}

function textOf(node: PolicyNode): string | null {
  return node.kind === 'scalar' && typeof node.value === 'string' ? node.value : null;
}

function actionOf(action: PolicyObject | null): string | null {
  const type = textMember(action, 'type');
  if (type === 'expire') return 'deletes';
  return type === 'transition' ? 'archives' : null;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
