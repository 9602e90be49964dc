import { POLICY_LIMITS } from '../../../../facts/lifecycle/policyLimits.ts';
import type { Change } from '../../../edits/change.ts';
import type { PolicyList } from '../../documentNodes.ts';
import type { PolicyRule } from '../policyRule.ts';
import { storageClassOf } from '../policyRule.ts';
import { makeRoom } from './priorities.ts';
import type { TagListKey } from './tagEntries.ts';
import { entriesOf } from './tagEntries.ts';

/** Why AWS would reject the policy with one rule per entry of a list; null when it accepts it. */
export function whyNotSplit(rules: readonly PolicyRule[], rule: PolicyRule, key: TagListKey): string | null {
  const texts = entriesOf(rule[key]).map(({ text }) => text);
  if (new Set(texts).size < texts.length) return 'The list has the same entry twice.';
  const count = rules.length + (rule[key].state === 'known' ? rule[key].value.length : 0) - 1;
  if (count > POLICY_LIMITS.rules) return `There would be ${count} rules; AWS accepts at most ${POLICY_LIMITS.rules}.`;
  const others = rules.filter((other) => other !== rule && storageClassOf(other) === storageClassOf(rule));
  const taken = others.flatMap((other) => {
    const entries = entriesOf(other[key]).map(({ text }) => text);
    return entries.length === 1 ? entries : [];
  });
  const repeated = texts.find((text) => taken.includes(text));
  return repeated === undefined
    ? null
    : `Another rule already has the list ["${repeated}"]; AWS accepts each list only once.`;
}

/**
 * One rule per entry of a list: the first keeps its position and number, the others follow as copies with their
 * comments, and later rules move up. Null when the list or the priority is unknown.
 */
export function splitChanges(
  list: PolicyList,
  rules: readonly PolicyRule[],
  rule: PolicyRule,
  key: TagListKey,
): readonly Change[] | null {
  const { rulePriority, object } = rule;
  const entries = rule[key];
  if (entries.state !== 'known' || rulePriority.state !== 'known') return null;
  const [first, ...others] = entries.node.items;
  if (first === undefined) return null;
  const copies = others.map((item, index) => [
    { kind: 'keep-item', list: entries.node, item } as const,
    { kind: 'replace-value', node: rulePriority.node, value: rulePriority.value + index + 1 } as const,
  ]);
  return [
    { kind: 'keep-item', list: entries.node, item: first },
    ...makeRoom(rules, rulePriority.value, others.length),
    { kind: 'copy-item', list, item: object, copies },
  ];
}
