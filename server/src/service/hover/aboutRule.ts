import { ruleSentence } from '../../ecr/documents/lifecycle/words/ruleSentence.ts';
import type { CompletionContext } from '../cursor/policy/policyCursor.ts';
import { describeShielding } from './describeShielding.ts';

/** What a rule does; on its priority, also its effect on the other rules. `key` is the JSON key. Markdown. */
export function aboutRule(around: CompletionContext, key: string): string | null {
  const shielding = key === 'rulePriority' ? describeShielding(around) : null;
  const parts = [ruleSentence(around.rule), shielding].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join('\n\n');
}
