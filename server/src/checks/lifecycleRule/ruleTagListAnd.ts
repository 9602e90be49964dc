import { canRenumber } from '../../ecr/documents/lifecycle/claims/priorities.ts';
import { splitChanges, whyNotSplit } from '../../ecr/documents/lifecycle/claims/splitList.ts';
import type { TagListKey } from '../../ecr/documents/lifecycle/claims/tagEntries.ts';
import { entriesOf, splitTitle, TAG_LIST_KEYS } from '../../ecr/documents/lifecycle/claims/tagEntries.ts';
import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import { rulesListOf } from '../../ecr/documents/lifecycle/policy.ts';
import type { PolicyRule } from '../../ecr/documents/lifecycle/policyRule.ts';
import type { ListField } from '../../ecr/documents/lifecycle/ruleFields.ts';
import type { Fix } from '../../ecr/edits/change.ts';
import type { PolicyCheck } from '../check.ts';
import { isSound } from '../support/soundRule.ts';

export const ruleTagListAnd: PolicyCheck = {
  subject: 'policy',
  id: 'rule-tag-list-and',
  title: 'An image must match every entry of a tag list',
  severity: 'warning',
  *check(policy) {
    for (const rule of policy.rules) {
      const key = onlyListOf(rule);
      const list = key && rule[key];
      if (key === null || list?.state !== 'known' || list.value.length < 2) continue;
      yield {
        place: list.node.place,
        message: `An image must have a tag for every entry of ${key}: the entries mean AND, so this selects hardly any image. Write one rule for each entry.`,
        fixes: split(policy, rule, key, list),
      };
    }
  },
};

/** The list of a rule for tagged images; other rules have a problem of their own. */
function onlyListOf(rule: PolicyRule): TagListKey | null {
  if (rule.tagStatus.state === 'known' && rule.tagStatus.value !== 'tagged') return null;
  const present = TAG_LIST_KEYS.filter((key) => rule[key].state !== 'absent');
  return present.length === 1 ? (present[0] ?? null) : null;
}

/** One rule per entry, unless AWS would then reject the policy. */
function split(policy: LifecyclePolicy, rule: PolicyRule, key: TagListKey, list: ListField): Fix[] {
  const rules = rulesListOf(policy);
  const isKnown = list.state === 'known' && entriesOf(list).length === list.value.length;
  if (!isKnown || rules === null || !canRenumber(policy) || whyNotSplit(policy.rules, rule, key) !== null) return [];
  // Copies of a rule that AWS rejects would only repeat its mistakes.
  const changes = isSound(rule) ? splitChanges(rules, policy.rules, rule, key) : null;
  return changes === null ? [] : [{ title: splitTitle(key), kind: 'choice', changes }];
}
