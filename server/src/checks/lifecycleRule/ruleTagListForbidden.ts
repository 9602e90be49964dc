import type { PolicyRule } from '../../ecr/documents/lifecycle/policyRule.ts';
import { refusalsOf } from '../../ecr/documents/lifecycle/refusals/inPolicy.ts';
import type { Fix } from '../../ecr/edits/change.ts';
import type { PolicyCheck } from '../check.ts';

export const ruleTagListForbidden: PolicyCheck = {
  subject: 'policy',
  id: 'rule-tag-list-forbidden',
  title: 'Tag list without tagStatus tagged',
  severity: 'error',
  *check(policy) {
    for (const { place, selection, status, key, list } of refusalsOf(policy, 'empty-list')) {
      yield {
        place,
        severity: 'warning',
        message: `tagStatus "${status}" takes no ${key}, not even an empty one: AWS may refuse the policy. Remove it.`,
        fixes: [
          {
            title: `Remove the empty ${key}`,
            kind: 'one',
            changes: [{ kind: 'remove-key', object: selection, member: list.member }],
          },
        ],
      };
    }
    for (const { place, rule, selection, status, key, list } of refusalsOf(policy, 'list-forbidden')) {
      const changes = [{ kind: 'remove-key', object: selection, member: list.member }] as const;
      yield {
        place,
        message: `tagStatus "${status}" takes no ${key}; AWS refuses the policy: "Cannot specify ${key} with tagStatus ${status}". Remove the list, or select tagged images.`,
        fixes: [{ title: `Remove ${key}`, kind: 'choice', changes }, ...selectTagged(rule)],
      };
    }
  },
};

/** Only when the rule has a single list, so that no conflict between two remains. */
function selectTagged({ tagStatus, tagPatternList, tagPrefixList }: PolicyRule): Fix[] {
  const hasOne = tagPatternList.state === 'absent' || tagPrefixList.state === 'absent';
  if (!hasOne || tagStatus.state !== 'known') return [];
  return [
    {
      title: 'Change tagStatus to tagged',
      kind: 'choice',
      changes: [{ kind: 'replace-value', node: tagStatus.node, value: 'tagged' }],
    },
  ];
}
