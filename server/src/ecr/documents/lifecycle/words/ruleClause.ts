import type { TagRequirement } from '../claims/requirement.ts';
import type { SimulatedRule } from '../completeRule.ts';
import { isAfterOthers } from '../precedence.ts';

/** What a rule does beside the others, in a few words: "expires other images tagged v* but the newest 5". */
export function describeRule(rule: SimulatedRule, rules: readonly SimulatedRule[] = []): string {
  const { action, countType, countNumber } = rule;
  const does = action === 'expire' ? 'expires' : 'archives';
  const images = isAfterOthers(rule, rules) ? otherImagesOf(rule) : imagesOf(rule);
  const days = countNumber === 1 ? '1 day' : `${countNumber} days`;
  switch (countType) {
    case 'imageCountMoreThan':
      return `${does} ${images} but the newest${countNumber === 1 ? '' : ` ${countNumber}`}`;
    case 'sinceImagePushed':
      return `${does} ${images} pushed more than ${days} ago`;
    case 'sinceImagePulled':
      return `${does} ${images} not pulled for more than ${days}`;
    case 'sinceImageTransitioned':
      return `${does} ${images} archived more than ${days} ago`;
  }
}

function otherImagesOf(rule: SimulatedRule): string {
  return rule.requirement.kind === 'any' ? 'all other images' : `other ${imagesOf(rule)}`;
}

/** The images that a rule selects by their tags, in a few words. */
export function imagesOf({ requirement }: { readonly requirement: TagRequirement }): string {
  if (requirement.kind === 'any') return 'all images';
  if (requirement.kind === 'untagged') return 'untagged images';
  const entries = requirement.entries.map(({ kind, text }) => (kind === 'prefix' ? `${text}…` : text));
  return `images tagged ${entries.join(' and ')}`;
}
