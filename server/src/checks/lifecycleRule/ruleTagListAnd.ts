import { canRenumber, makeRoom } from '../../ecr/documents/lifecycle/claims/priorities.ts';
import type { Entry, TagListKey } from '../../ecr/documents/lifecycle/claims/tagEntries.ts';
import { entriesOf, splitTitle, TAG_LIST_KEYS } from '../../ecr/documents/lifecycle/claims/tagEntries.ts';
import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import { rulesListOf } from '../../ecr/documents/lifecycle/policy.ts';
import type { PolicyRule } from '../../ecr/documents/lifecycle/policyRule.ts';
import type { ListField } from '../../ecr/documents/lifecycle/ruleFields.ts';
import { knownJson } from '../../ecr/documents/spelling/json/knownJson.ts';
import type { Change, Fix } from '../../ecr/edits/change.ts';
import type { JsonValue } from '../../syntax/edit/term.ts';
import type { PolicyCheck } from '../check.ts';
import { isSound } from '../support/soundRule.ts';

export const ruleTagListAnd: PolicyCheck = {
  subject: 'policy',
  id: 'rule-tag-list-and',
  title: 'A list of tags has several entries, which an image must all meet',
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

/** The list of a rule for tagged images that has one; other rules have a problem of their own. */
function onlyListOf(rule: PolicyRule): TagListKey | null {
  if (rule.tagStatus.state === 'known' && rule.tagStatus.value !== 'tagged') return null;
  const present = TAG_LIST_KEYS.filter((key) => rule[key].state !== 'absent');
  return present.length === 1 ? (present[0] ?? null) : null;
}

/** One rule for each entry: the first keeps its place and number, the others follow, later rules move up. */
function split(policy: LifecyclePolicy, rule: PolicyRule, key: TagListKey, list: ListField): Fix[] {
  const rules = rulesListOf(policy);
  const entries = entriesOf(list);
  const [first, ...others] = entries;
  const value = knownJson(rule.object);
  const { rulePriority } = rule;
  const isKnown = list.state === 'known' && entries.length === list.value.length && rulePriority.state === 'known';
  if (!isKnown || rules === null || first === undefined || value === undefined || !canRenumber(policy)) return [];
  // Copies of a rule that AWS refuses would only repeat its mistakes.
  if (!isSound(rule)) return [];
  const added = others.map((entry, index) => withEntry(value, key, entry, rulePriority.value + index + 1));
  const changes: Change[] = [
    { kind: 'replace-value', node: list.node, value: [first.text] },
    ...makeRoom(policy.rules, rulePriority.value, others.length),
    { kind: 'add-items', list: rules, added, after: rule.object },
  ];
  return [
    {
      title: splitTitle(key),
      kind: 'choice',
      changes,
    },
  ];
}

function withEntry(rule: JsonValue, key: TagListKey, { text }: Entry, rulePriority: number): JsonValue {
  if (!isObject(rule)) return rule;
  const { selection } = rule;
  const changed = selection !== undefined && isObject(selection) ? { ...selection, [key]: [text] } : {};
  return { ...rule, rulePriority, selection: changed };
}

function isObject(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
