import type { PolicyNode, PolicyUnknown } from '../../ecr/documents/documentNodes.ts';
import { openingOf } from '../../ecr/documents/documentNodes.ts';
import { refusalsOf } from '../../ecr/documents/lifecycle/refusals/inPolicy.ts';
import type { Fix } from '../../ecr/edits/change.ts';
import type { Type } from '../../evaluate/values/value.ts';
import type { PolicyKey, PolicyKeyType } from '../../facts/lifecycle/lifecyclePolicy.ts';
import type { Place } from '../../syntax/tree/place.ts';
import type { Finding, PolicyCheck } from '../check.ts';
import { typeNameOf } from '../support/knownMembers.ts';

export const policyValueType: PolicyCheck = {
  subject: 'policy',
  id: 'policy-value-type',
  title: 'Wrong type of a value in a lifecycle policy',
  severity: 'error',
  *check(policy) {
    for (const { fact, node, about } of refusalsOf(policy, 'wrong-type')) {
      if (node.kind === 'unknown') yield wrongWhatever(fact, node, about);
      else if (fact.type === 'integer') yield { ...wrongInteger(fact, node), about };
      else if (fact.type === 'string') yield wrongString(fact, node);
      else yield wrongList(fact, node);
    }
    for (const { fact, node } of refusalsOf(policy, 'wrong-entry')) yield wrongEntry(fact, node);
  },
};

/** The types of the values that this check covers, as AWS's schema names them. */
const EXPECTED: Readonly<Partial<Record<PolicyKeyType, string>>> = {
  integer: 'a whole number',
  string: 'a string',
  'string-list': 'a list of strings',
};

function finding(fact: PolicyKey, node: PolicyNode, is: string, fixes: readonly Fix[]): Finding {
  return {
    place: openingOf(node),
    message: `${fact.key} must be ${EXPECTED[fact.type]}, not ${is}; AWS refuses the policy ("instance type does not match any allowed primitive type").`,
    fixes,
  };
}

/** An unknown value whose type cannot become any allowed value, not even null. */
function wrongWhatever(fact: PolicyKey, node: PolicyUnknown, about: Place): Finding {
  const { type, place } = node;
  const advice = fact.type === 'integer' && type?.kind === 'string' ? ': convert it with tonumber()' : '';
  const is = type === undefined ? 'another type' : TYPE_NAMES[type.kind];
  return {
    place,
    about,
    message: `${fact.key} must be ${EXPECTED[fact.type]}, but this is ${is} whatever its value${advice}; AWS refuses the policy ("instance type does not match any allowed primitive type").`,
    fixes: [],
  };
}

/** Type names as JSON uses them. */
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

function wrongEntry(fact: PolicyKey, item: PolicyNode): Finding {
  return {
    place: openingOf(item),
    message: `An entry of ${fact.key} must be a string, not ${typeNameOf(item)}; AWS refuses the policy ("instance type does not match any allowed primitive type").`,
    fixes: item.kind === 'scalar' ? [quoted(item, String(item.value))] : [],
  };
}

function replaceBy(node: PolicyNode, value: string | number, shown: string): Fix {
  return { title: `Change it to ${shown}`, kind: 'one', changes: [{ kind: 'replace-value', node, value }] };
}

function quoted(node: PolicyNode, text: string): Fix {
  return replaceBy(node, text, JSON.stringify(text));
}

/** The whole number that a string spells, if AWS would accept it as a number. */
function readInteger(text: string): number | null {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  return value >= 1 ? value : null;
}
