import type { PolicyList, PolicyNode, PolicyUnknown } from '../../ecr/documents/documentNodes.ts';
import type { Fix } from '../../ecr/edits/change.ts';
import type { Type } from '../../evaluate/values/value.ts';
import type { PolicyKey, PolicyKeyType } from '../../facts/lifecycle/lifecyclePolicy.ts';
import type { Place } from '../../syntax/tree/place.ts';
import type { Finding, PolicyCheck } from '../check.ts';
import { spotOf, typeNameOf } from '../support/knownMembers.ts';

export const policyValueType: PolicyCheck = {
  subject: 'policy',
  id: 'policy-value-type',
  title: 'A value of a lifecycle policy has the wrong type',
  severity: 'error',
  *check(policy) {
    for (const { fact, member } of [...policy.members, ...policy.furtherMembers]) {
      const { value: node, keyPlace: about } = member;
      if (node.kind === 'unknown') yield* wrongWhatever(fact, node, about);
      if (node.kind === 'unknown' || (node.kind === 'scalar' && node.value === null)) continue;
      if (fact.type === 'integer' && !isInteger(node)) yield { ...wrongInteger(fact, node), about };
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

/** A value that is not known, but has a type that fits for no value of it, not even null. */
function* wrongWhatever(fact: PolicyKey, node: PolicyUnknown, about: Place): Iterable<Finding> {
  const { type } = node;
  const expected = EXPECTED[fact.type];
  if (type === undefined || expected === undefined || mayFit(fact, type)) return;
  const advice = fact.type === 'integer' && type.kind === 'string' ? ': convert it by tonumber()' : '';
  yield {
    place: node.place,
    about,
    message: `${fact.key} must be ${expected}, but this is ${TYPE_NAMES[type.kind]} whatever its value${advice}; AWS refuses the policy ("instance type does not match any allowed primitive type").`,
    fixes: [],
  };
}

/** Types in JSON's words. */
const TYPE_NAMES: Readonly<Record<Type['kind'], string>> = {
  string: 'a string',
  number: 'a number',
  bool: 'a boolean',
  dynamic: 'of any type',
  list: 'a list',
  set: 'a list',
  tuple: 'a list',
  map: 'an object',
  object: 'an object',
};

function mayFit(fact: PolicyKey, type: Type): boolean {
  switch (fact.type) {
    case 'integer':
      return type.kind === 'number';
    case 'string':
      // Null may be a legal description.
      return type.kind === 'string' || fact.values === undefined;
    default:
      return type.kind === 'list' || type.kind === 'set' || type.kind === 'tuple';
  }
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
