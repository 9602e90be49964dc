import { compactLength } from '../../ecr/documents/compactLength.ts';
import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import { isRuleAfterOthers } from '../../ecr/documents/lifecycle/precedence.ts';
import { ruleSentence } from '../../ecr/documents/lifecycle/words/ruleSentence.ts';
import { numberMember } from '../../ecr/documents/memberValues.ts';
import { POLICY_LIMITS } from '../../facts/lifecycle/policyLimits.ts';
import { printNumber } from '../../facts/printNumber.ts';
import { alwaysKept } from '../../guarantees/alwaysKept.ts';
import { asMarkdown } from '../../syntax/shown/markdown.ts';

/** Beyond this number, rules are only counted. */
const LISTED_RULES = 12;

/**
 * The number of rules of a policy, its length, what each rule does, and what is always kept. Markdown; empty when
 * nothing is known.
 */
export function summarizePolicy({ root, rules }: Pick<LifecyclePolicy, 'root' | 'rules'>): string {
  if (root === null || root.kind !== 'object') return '';
  const length = compactLength(root);
  const size =
    length === null ? '' : `, ${printNumber(length)} of at most ${printNumber(POLICY_LIMITS.longestText)} characters`;
  const isComplete = root.members.some(({ key, value }) => key === 'rules' && value.kind === 'list' && !value.open);
  const count = `${isComplete ? '' : 'At least '}${rules.length} ${rules.length === 1 ? 'rule' : 'rules'}${size}.`;
  const sentences = rules.slice(0, LISTED_RULES).map((rule) => {
    const { object } = rule;
    const priority = numberMember(object, 'rulePriority');
    return `- ${priority === null ? '' : `Priority ${priority}: `}${ruleSentence(object, isRuleAfterOthers(rule, rules)) ?? 'a rule that is not fully known.'}`;
  });
  const kept = isComplete ? alwaysKept(rules).map(asMarkdown).join(' ') : '';
  return [count, sentences.join('\n'), kept].filter((part) => part !== '').join('\n\n');
}
