import type { PolicyKey } from '../../../../facts/lifecycle/lifecyclePolicy.ts';
import { POLICY_KEYS, policyKey } from '../../../../facts/lifecycle/lifecyclePolicy.ts';
import { POLICY_LIMITS } from '../../../../facts/lifecycle/policyLimits.ts';
import { compactLength } from '../../compactLength.ts';
import type { PolicyMember, PolicyNode } from '../../documentNodes.ts';
import type { LifecyclePolicy } from '../policy.ts';
import { rulesListOf } from '../policy.ts';
import type { PolicyPart } from '../policyParts.ts';
import { acrossObstacles } from './acrossRules.ts';
import { ruleObstacles } from './inRule.ts';
import type { Obstacle } from './refusal.ts';
import { notKnown, refused } from './refusal.ts';

/**
 * What prevents a simulation of a policy. What AWS is only documented to refuse, without a refusal on record, and what
 * it accepts though it is of no use, prevents nothing.
 */
export function obstaclesOfPolicy(policy: LifecyclePolicy): Obstacle[] {
  const found = shapeObstacles(policy);
  if (found.length > 0) return found;
  for (const part of policy.parts) found.push(...partObstacles(part));
  if (found.length > 0) return found;
  for (const rule of policy.rules) found.push(...ruleObstacles(rule));
  return found.length > 0 ? found : acrossObstacles(policy.rules);
}

function shapeObstacles(policy: LifecyclePolicy): Obstacle[] {
  const { root, document, place, damaged } = policy;
  if (damaged) return [notKnown('The policy, which is still being typed,', place)];
  if (document !== null && document.problems.length > 0)
    return [refused('The text is not JSON, so AWS refuses it.', place)];
  if (root === null || root.kind === 'unknown') return [notKnown('The policy', place, root)];
  if (root.kind !== 'object') return [refused('A lifecycle policy must be an object with a list of rules.', place)];
  const list = rulesListOf(policy);
  if (list === null) {
    const value = root.members.findLast(({ key }) => key === 'rules')?.value ?? null;
    const isUnknown = value?.kind === 'unknown' || (value === null && root.open);
    return [
      isUnknown ? notKnown('The list of rules', place, value) : refused('The policy has no list of rules.', place),
    ];
  }
  const items = list.items.flatMap((item) => itemObstacles(item));
  if (list.open) items.push(notKnown('Whether there are more rules', list.opening));
  if (items.length > 0) return items;
  return sizeObstacles(policy, list.items.length, root);
}

function itemObstacles(item: PolicyNode): Obstacle[] {
  if (item.kind === 'object') return [];
  return [
    item.kind === 'unknown' ? notKnown('A rule', item.place, item) : refused('A rule must be an object.', item.place),
  ];
}

function sizeObstacles({ place }: LifecyclePolicy, rules: number, root: PolicyNode): Obstacle[] {
  const { longestText, shortestText, rules: mostRules } = POLICY_LIMITS;
  if (rules === 0) return [refused('The policy has no rule; AWS asks for at least one.', place)];
  if (rules > mostRules) return [refused(`The policy has ${rules} rules; AWS accepts ${mostRules}.`, place)];
  const length = compactLength(root);
  if (length !== null && (length > longestText || length < shortestText)) {
    return [refused(`The policy has ${length} characters; AWS accepts ${shortestText} to ${longestText}.`, place)];
  }
  return [];
}

function partObstacles({ level, object }: PolicyPart): Obstacle[] {
  const found: Obstacle[] = [];
  for (const member of object.members) {
    const fact = policyKey(level, member.key);
    if (fact === undefined) found.push(refused(`AWS does not know the key "${member.key}" here.`, member.keyPlace));
    else if (object.members.some((other) => other !== member && other.key === member.key))
      found.push(notKnown(`Which ${member.key} counts, of several in one object,`, member.keyPlace));
    else found.push(...valueObstacles(fact, member));
  }
  const missing = POLICY_KEYS[level].filter(
    ({ key, required }) => required && !object.members.some((member) => member.key === key),
  );
  for (const { key } of missing) {
    found.push(object.open ? notKnown(key, object.opening) : refused(`${key} is missing.`, object.opening));
  }
  return found;
}

function valueObstacles(fact: PolicyKey, { key, value }: PolicyMember): Obstacle[] {
  if (key === 'description') return [];
  const nodes = value.kind === 'list' && fact.type === 'string-list' ? [value, ...value.items] : [value];
  const unknown = nodes.filter((node) => node.kind === 'unknown');
  if (unknown.length > 0) return unknown.map((node) => notKnown(key, node.place, node));
  if (value.kind === 'list' && value.open) return [notKnown(`Whether ${key} has more entries`, value.opening)];
  const expected = expectationOf(fact);
  return expected === null || nodes.every((node) => fits(fact, node, node !== value))
    ? []
    : [refused(`${key} must be ${expected}.`, value.place)];
}

function expectationOf({ type, values }: PolicyKey): string | null {
  if (values !== undefined) return `one of ${values.map(({ value }) => value).join(', ')}`;
  if (type === 'integer') return 'a whole number from 1';
  if (type === 'string-list') return 'a list of strings';
  if (type === 'object') return 'an object';
  return null;
}

function fits({ type, values }: PolicyKey, node: PolicyNode, isEntry: boolean): boolean {
  if (type === 'object') return node.kind === 'object';
  if (type === 'string-list' && !isEntry) return node.kind === 'list';
  if (node.kind !== 'scalar') return false;
  const { value } = node;
  if (type === 'integer') return typeof value === 'number' && Number.isInteger(value) && value >= 1;
  return typeof value === 'string' && (values === undefined || values.some((known) => known.value === value));
}
