import type { Fix } from '../ecr/change.ts';
import type { PolicyList, PolicyNode } from '../ecr/policy/nodes.ts';
import type { PolicyKey, PolicyKeyType } from '../facts/lifecyclePolicy.ts';
import type { Finding, PolicyCheck } from './rule.ts';
import { spotOf, typeNameOf } from './support/members.ts';

export const policyValueType: PolicyCheck = {
  subject: 'policy',
  id: 'policy-value-type',
  title: 'A value of a lifecycle policy has the wrong type',
  severity: 'error',
  *check(policy) {
    for (const { fact, member } of policy.members) {
      const { value: node } = member;
      if (node.kind === 'unknown' || (node.kind === 'scalar' && node.value === null)) continue;
      if (fact.type === 'integer' && !isInteger(node)) yield wrongInteger(fact, node);
      else if (fact.type === 'string' && !isString(node)) yield wrongString(fact, node);
      else if (fact.type === 'string-list' && node.kind !== 'list') yield wrongList(fact, node);
      else if (fact.type === 'string-list' && node.kind === 'list') yield* wrongEntries(fact, node);
    }
  },
};

/** The types whose values this rule is about, as AWS's schema names them. */
const EXPECTED: Readonly<Partial<Record<PolicyKeyType, string>>> = {
  integer: 'a whole number',
  string: 'a string',
  'string-list': 'a list of strings',
};

function finding(fact: PolicyKey, node: PolicyNode, is: string, fixes: readonly Fix[]): Finding {
  return {
    place: spotOf(node),
    message: `${fact.key} must be ${EXPECTED[fact.type]}, not ${is}; AWS refuses the policy ("instance type does not match any allowed primitive type").`,
    fixes,
  };
}

function wrongInteger(fact: PolicyKey, node: PolicyNode): Finding {
  if (node.kind === 'scalar' && typeof node.value === 'number') return finding(fact, node, `${node.value}`, []);
  const number = node.kind === 'scalar' && typeof node.value === 'string' ? readInteger(node.value) : null;
  return finding(fact, node, typeNameOf(node), number === null ? [] : [replaceBy(node, number, `${number}`)]);
}

function wrongString(fact: PolicyKey, node: PolicyNode): Finding {
  const isFreeText = fact.values === undefined && node.kind === 'scalar';
  return finding(fact, node, typeNameOf(node), isFreeText ? [quoted(node, String(node.value))] : []);
}

function wrongList(fact: PolicyKey, node: PolicyNode): Finding {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return finding(fact, node, typeNameOf(node), []);
  const value = [node.value];
  return finding(fact, node, typeNameOf(node), [
    { title: 'Wrap it in a list', kind: 'choice', changes: [{ kind: 'replace-value', node, value }] },
  ]);
}

function* wrongEntries(fact: PolicyKey, list: PolicyList): Iterable<Finding> {
  for (const item of list.items) {
    if (item.kind === 'unknown' || isString(item) || (item.kind === 'scalar' && item.value === null)) continue;
    yield {
      place: spotOf(item),
      message: `An entry of ${fact.key} must be a string, not ${typeNameOf(item)}; AWS refuses the policy ("instance type does not match any allowed primitive type").`,
      fixes: item.kind === 'scalar' ? [quoted(item, String(item.value))] : [],
    };
  }
}

function replaceBy(node: PolicyNode, value: string | number, shown: string): Fix {
  return { title: `Change it to ${shown}`, kind: 'one', changes: [{ kind: 'replace-value', node, value }] };
}

function quoted(node: PolicyNode, text: string): Fix {
  return replaceBy(node, text, JSON.stringify(text));
}

function isString(node: PolicyNode): boolean {
  return node.kind === 'scalar' && typeof node.value === 'string';
}

function isInteger(node: PolicyNode): boolean {
  return node.kind === 'scalar' && typeof node.value === 'number' && Number.isInteger(node.value);
}

/** The whole number that a string spells, if AWS would accept it as a number. */
function readInteger(text: string): number | null {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  return value >= 1 ? value : null;
}
