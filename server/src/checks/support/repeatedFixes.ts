import { maySelect } from '../../ecr/documents/lifecycle/claims/statusRules.ts';
import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import { rulesListOf } from '../../ecr/documents/lifecycle/policy.ts';
import type { PolicyRule } from '../../ecr/documents/lifecycle/policyRule.ts';
import type { Fix } from '../../ecr/edits/change.ts';

/** Fixes for a rule with the tagStatus of another one: remove it, or select other images. */
export function repeatedFixes(policy: LifecyclePolicy, rule: PolicyRule, which: string): Fix[] {
  return [...removeRule(policy, rule, which), ...selectUntagged(policy, rule, which), ...selectTagged(rule, which)];
}

function removeRule(policy: LifecyclePolicy, rule: PolicyRule, which: string): Fix[] {
  const rules = rulesListOf(policy);
  if (rules === null) return [];
  return [
    { title: `Remove ${which}`, kind: 'choice', changes: [{ kind: 'remove-item', list: rules, item: rule.object }] },
  ];
}

function selectUntagged({ rules }: LifecyclePolicy, rule: PolicyRule, which: string): Fix[] {
  const { tagStatus } = rule;
  if (tagStatus.state !== 'known' || tagStatus.value === 'untagged' || !maySelect(rules, rule, 'untagged')) return [];
  return [
    {
      title: `Let ${which} select untagged images only`,
      kind: 'choice',
      changes: [{ kind: 'replace-value', node: tagStatus.node, value: 'untagged' }],
    },
  ];
}

function selectTagged({ tagStatus, tagPatternList, tagPrefixList, selection }: PolicyRule, which: string): Fix[] {
  const hasList = tagPatternList.state !== 'absent' || tagPrefixList.state !== 'absent';
  if (selection === null || tagStatus.state !== 'known' || hasList) return [];
  return [
    {
      title: `Let ${which} select tagged images only (tagPatternList "*")`,
      kind: 'choice',
      changes: [
        { kind: 'replace-value', node: tagStatus.node, value: 'tagged' },
        { kind: 'set-key', object: selection, key: 'tagPatternList', value: ['*'] },
      ],
    },
  ];
}
