import { claimingRules } from '../../ecr/documents/lifecycle/claims/claimingRules.ts';
import { deathInWords, shieldingInWords, shieldingOf } from '../../ecr/documents/lifecycle/claims/shielding.ts';
import { readRuleItems } from '../../ecr/documents/lifecycle/policyRule.ts';
import { asMarkdown } from '../../syntax/shown/markdown.ts';
import type { CompletionContext } from '../cursor/policy/policyCursor.ts';

/** The effect of a rule's position: which rules it shields its images from, or why it never acts. Markdown. */
export function describeShielding({ rule, rules }: CompletionContext): string | null {
  // The rule was read twice: alone and in its list.
  const found = shieldingOf(claimingRules({ rules: readRuleItems(rules, false) })).find(
    ({ rule: { rule: read } }) => read.object.place.start === rule?.place.start,
  );
  if (found === undefined) return null;
  const { death } = found;
  const words = death === null ? shieldingInWords(found) : `It never acts: ${deathInWords(death, found.rule)}.`;
  return words && asMarkdown(words);
}
