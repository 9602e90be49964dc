import { entriesOf } from '../../ecr/documents/lifecycle/claims/tagEntries.ts';
import type { PolicyRule } from '../../ecr/documents/lifecycle/policyRule.ts';
import type { Change, Fix } from '../../ecr/edits/change.ts';
import { POLICY_LIMITS } from '../../facts/lifecycle/policyLimits.ts';
import type { PolicyCheck } from '../check.ts';

export const rulePrefixWildcard: PolicyCheck = {
  subject: 'policy',
  id: 'rule-prefix-wildcard',
  title: 'Wildcard in a tag prefix',
  severity: 'warning',
  *check({ rules }) {
    for (const rule of rules) {
      if (rule.tagStatus.state === 'known' && rule.tagStatus.value !== 'tagged') continue;
      for (const { node, text } of entriesOf(rule.tagPrefixList)) {
        if (!text.includes('*')) continue;
        yield {
          place: node.place,
          message:
            'In tagPrefixList a * is an ordinary character, which no tag has, so this selects nothing. Patterns belong in tagPatternList.',
          fixes: toPatterns(rule),
        };
      }
    }
  },
};

/** Makes the list a pattern list; plain prefixes get the `*` that they imply. */
function toPatterns({ tagPrefixList, tagPatternList }: PolicyRule): Fix[] {
  if (tagPrefixList.state !== 'known' || tagPatternList.state !== 'absent') return [];
  const entries = entriesOf(tagPrefixList);
  const isLegal = entries.every(({ text }) => text.split('*').length - 1 <= POLICY_LIMITS.wildcardsInPattern);
  if (!isLegal || entries.length !== tagPrefixList.value.length) return [];
  const completed = entries
    .filter(({ text }) => !text.includes('*'))
    .map(({ node, text }): Change => ({ kind: 'replace-value', node, value: `${text}*` }));
  const renamed: Change = { kind: 'rename-key', member: tagPrefixList.member, key: 'tagPatternList' };
  return [
    {
      title: 'Make it a tagPatternList: the rule then selects the images that match',
      kind: 'choice',
      changes: [renamed, ...completed],
    },
  ];
}
