import type { PolicyObject } from '../../ecr/documents/documentNodes.ts';
import type { TagListKey } from '../../ecr/documents/lifecycle/claims/tagEntries.ts';
import { isEmptyList, TAG_LIST_KEYS } from '../../ecr/documents/lifecycle/claims/tagEntries.ts';
import type { PolicyRule } from '../../ecr/documents/lifecycle/policyRule.ts';
import type { Fix } from '../../ecr/edits/change.ts';
import type { Finding, PolicyCheck } from '../check.ts';

export const ruleTagListForbidden: PolicyCheck = {
  subject: 'policy',
  id: 'rule-tag-list-forbidden',
  title: 'A list of tags stands beside tagStatus untagged or any',
  severity: 'error',
  *check({ rules }) {
    for (const rule of rules) {
      if (rule.selection === null || rule.tagStatus.state !== 'known' || rule.tagStatus.value === 'tagged') continue;
      for (const key of TAG_LIST_KEYS) yield* checkList(rule, rule.selection, rule.tagStatus.value, key);
    }
  },
};

function* checkList(rule: PolicyRule, selection: PolicyObject, status: string, key: TagListKey): Iterable<Finding> {
  const list = rule[key];
  if (list.state !== 'known') return;
  const changes = [{ kind: 'remove-key', object: selection, member: list.member }] as const;
  if (isEmptyList(list)) {
    yield {
      place: list.node.place,
      severity: 'warning',
      message: `tagStatus "${status}" takes no ${key}, not even an empty one: AWS may refuse the policy. Remove it.`,
      fixes: [{ title: `Remove the empty ${key}`, kind: 'one', changes }],
    };
  } else if (list.value.length > 0) {
    yield {
      place: list.node.place,
      message: `tagStatus "${status}" takes no ${key}; AWS refuses the policy: "Cannot specify ${key} with tagStatus ${status}". Remove the list, or select tagged images.`,
      fixes: [{ title: `Remove ${key}`, kind: 'choice', changes }, ...selectTagged(rule)],
    };
  }
}

/** Only where the rule has a single list, so that no conflict of two is left. */
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
