import type { PolicyObject } from '../../ecr/documents/documentNodes.ts';
import { isEmptyList } from '../../ecr/documents/lifecycle/claims/tagEntries.ts';
import type { PolicyRule } from '../../ecr/documents/lifecycle/policyRule.ts';
import { refusalsOf } from '../../ecr/documents/lifecycle/refusals/inPolicy.ts';
import type { Fix } from '../../ecr/edits/change.ts';
import type { PolicyCheck } from '../check.ts';

export const ruleTagListConflict: PolicyCheck = {
  subject: 'policy',
  id: 'rule-tag-list-conflict',
  title: 'A rule has tagPatternList and tagPrefixList',
  severity: 'error',
  *check(policy) {
    for (const { place, rule, selection, first } of refusalsOf(policy, 'two-lists')) {
      yield {
        place,
        message: `${first.member.key} is already in this rule; AWS accepts only one of tagPrefixList and tagPatternList. Keep one of them.`,
        related: [{ place: first.node.place, message: 'The first list of the rule' }],
        fixes: keepOne(rule, selection),
      };
    }
  },
};

/** Each list on its own, except one that would leave the rule without an entry. */
function keepOne({ tagPatternList, tagPrefixList }: PolicyRule, selection: PolicyObject): Fix[] {
  if (tagPatternList.state !== 'known' || tagPrefixList.state !== 'known') return [];
  const pairs = [
    { kept: tagPatternList, dropped: tagPrefixList },
    { kept: tagPrefixList, dropped: tagPatternList },
  ];
  return pairs
    .filter(({ kept }) => !isEmptyList(kept))
    .map(({ kept, dropped }) => ({
      title: `Keep ${kept.member.key}, remove ${dropped.member.key}`,
      kind: 'choice',
      changes: [{ kind: 'remove-key', object: selection, member: dropped.member }],
    }));
}
