import { readRuleItems } from '../../ecr/documents/lifecycle/policyRule.ts';
import { isRuleAfterOthers } from '../../ecr/documents/lifecycle/precedence.ts';
import { ruleSentence } from '../../ecr/documents/lifecycle/words/ruleSentence.ts';
import type { CompletionContext } from '../cursor/policy/policyCursor.ts';
import { describeShielding } from './describeShielding.ts';

/** True when earlier rules have some of the images; the rule was read twice: alone and in its list. */
function isLater({ rule, rules }: CompletionContext): boolean {
  const read = readRuleItems(rules, false);
  const own = read.find(({ object }) => object.place.start === rule?.place.start);
  return own !== undefined && isRuleAfterOthers(own, read);
}

/** What a rule does; on its priority, also its effect on the other rules. `key` is the JSON key. Markdown. */
export function aboutRule(around: CompletionContext, key: string): string | null {
  const shielding = key === 'rulePriority' ? describeShielding(around) : null;
  const parts = [ruleSentence(around.rule, isLater(around)), shielding].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join('\n\n');
}
