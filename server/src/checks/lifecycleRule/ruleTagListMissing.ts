import type { PolicyObject } from '../../ecr/documents/documentNodes.ts';
import { maySelect } from '../../ecr/documents/lifecycle/claims/statusRules.ts';
import type { PolicyRule } from '../../ecr/documents/lifecycle/policyRule.ts';
import { refusalsOf } from '../../ecr/documents/lifecycle/refusals/inPolicy.ts';
import type { ListField } from '../../ecr/documents/lifecycle/ruleFields.ts';
import type { Change, Fix } from '../../ecr/edits/change.ts';
import type { PolicyCheck } from '../check.ts';

export const ruleTagListMissing: PolicyCheck = {
  subject: 'policy',
  id: 'rule-tag-list-missing',
  title: 'tagStatus tagged without a tag list',
  severity: 'error',
  *check(policy) {
    for (const { place, rule, selection } of refusalsOf(policy, 'list-missing')) {
      yield {
        place,
        message:
          'tagStatus "tagged" needs a tagPatternList or a tagPrefixList with at least one entry; AWS refuses the policy: "Must specify tagPrefixList or tagPatternList when tagStatus=TAGGED."',
        fixes: [
          listFix('tagPatternList', '*', 'every tag', rule, selection),
          listFix('tagPrefixList', 'v', 'tags that start with v', rule, selection),
          ...statusFixes(policy.rules, rule, selection),
        ],
      };
    }
  },
};

type ListKey = 'tagPatternList' | 'tagPrefixList';

function listFix(key: ListKey, entry: string, means: string, rule: PolicyRule, selection: PolicyObject): Fix {
  const other: ListKey = key === 'tagPatternList' ? 'tagPrefixList' : 'tagPatternList';
  return {
    title: `Add ${key} = ["${entry}"] (${means})`,
    kind: 'choice',
    changes: giveEntry(key, entry, rule[key], rule[other], selection),
  };
}

function giveEntry(key: ListKey, entry: string, list: ListField, other: ListField, selection: PolicyObject): Change[] {
  if (list.state === 'known') {
    const filled: Change = { kind: 'replace-value', node: list.node, value: [entry] };
    return other.state === 'known'
      ? [filled, { kind: 'remove-key', object: selection, member: other.member }]
      : [filled];
  }
  if (other.state !== 'known') return [{ kind: 'set-key', object: selection, key, value: [entry] }];
  return [
    { kind: 'rename-key', member: other.member, key },
    { kind: 'replace-value', node: other.node, value: [entry] },
  ];
}

/** Another tagStatus that the other rules leave room for; an empty list is removed with the old one. */
function statusFixes(rules: readonly PolicyRule[], rule: PolicyRule, selection: PolicyObject): Fix[] {
  const { tagStatus, tagPatternList, tagPrefixList } = rule;
  if (tagStatus.state !== 'known') return [];
  const removed = [tagPatternList, tagPrefixList].flatMap((list): Change[] =>
    list.state === 'known' ? [{ kind: 'remove-key', object: selection, member: list.member }] : [],
  );
  return (['untagged', 'any'] as const)
    .filter((status) => maySelect(rules, rule, status))
    .map((status) => ({
      title: `Change tagStatus to ${status}`,
      kind: 'choice',
      changes: [{ kind: 'replace-value', node: tagStatus.node, value: status }, ...removed],
    }));
}
