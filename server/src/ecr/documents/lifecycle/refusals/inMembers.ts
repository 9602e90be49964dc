import type { Type } from '../../../../evaluate/values/value.ts';
import type { PolicyKey } from '../../../../facts/lifecycle/lifecyclePolicy.ts';
import { POLICY_KEYS, policyKey } from '../../../../facts/lifecycle/lifecyclePolicy.ts';
import type { PolicyList, PolicyMember, PolicyNode } from '../../documentNodes.ts';
import { openingOf } from '../../documentNodes.ts';
import { damageOf } from '../../spelling/json/jsonProblems.ts';
import type { MeantKey } from '../meantKeys.ts';
import { meantKey } from '../meantKeys.ts';
import type { LifecyclePolicy } from '../policy.ts';
import { rulesListOf } from '../policy.ts';
import type { KnownMember, PolicyPart } from '../policyParts.ts';
import { meantKeys } from '../policyRule.ts';
import { FieldReader } from '../ruleFields.ts';
import type { Refusal, RefusalOf } from './refusal.ts';

/** The parts of a policy, some of which may be missing. */
type PartsOfPolicy = Pick<LifecyclePolicy, 'parts' | 'members' | 'furtherMembers' | 'damaged' | 'root' | 'document'>;

/** What AWS rejects in the keys of a policy's objects and in their values, one by one. */
export function* refusalsInMembers(policy: PartsOfPolicy): Iterable<Refusal> {
  const isMisleading = policy.document !== null && damageOf(policy.document) !== null;
  for (const part of policy.parts)
    for (const refusal of keyRefusals(part, policy.damaged))
      if (!isMisleading || refusal.code !== 'unknown-key' || !belongsElsewhere(refusal)) yield refusal;
  for (const found of policy.members) yield* valueRefusals(found);
  for (const found of [...policy.members, ...policy.furtherMembers]) yield* typeRefusals(found);
  const rules = rulesListOf(policy);
  if (rules !== null) yield* nullItems(rules);
}

function* keyRefusals(part: PolicyPart, damaged: boolean): Iterable<Refusal> {
  const { level, object } = part;
  for (const member of object.members) {
    if (policyKey(level, member.key) !== undefined || isBeingTyped(member)) continue;
    yield { code: 'unknown-key', place: member.keyPlace, part, member };
  }
  const reader = new FieldReader(object, level, meantIn(part), damaged);
  for (const fact of POLICY_KEYS[level]) {
    if (!fact.required || !reader.isAbsent(fact.key)) continue;
    yield { code: 'missing-key', place: object.opening, part, fact };
  }
}

/** Where a brace is lost, the keys after it seem to lie in another object than the one they were written for. */
function belongsElsewhere({ part, member }: RefusalOf<'unknown-key'>): boolean {
  const meant = meantKey(part.level, member.key);
  return meant !== undefined && meant.level !== part.level;
}

/** A key whose `=` has not been typed yet does not count. */
function isBeingTyped({ origin }: PolicyMember): boolean {
  return origin.spelling === 'hcl' && origin.item.operator === null;
}

/** The keys that misspelled and misplaced keys of the same rule mean. */
function meantIn({ level, object, rule }: PolicyPart): MeantKey[] {
  if (rule === null) return meantKeys(level, object);
  return [
    ...meantKeys('rule', rule.object),
    ...meantKeys('selection', rule.selection),
    ...meantKeys('action', rule.action),
  ];
}

function* valueRefusals(found: KnownMember): Iterable<Refusal> {
  const { fact, member } = found;
  const { value: node } = member;
  const { place } = node;
  if (node.kind === 'list' && fact.type === 'string-list') yield* nullItems(node);
  if (node.kind !== 'scalar') return;
  const { value } = node;
  if (value === null) {
    yield { code: fact.key === 'description' ? 'null-description' : 'null-value', place, found };
  } else if (typeof value === 'string') {
    const isKnown = fact.values === undefined || fact.values.some((known) => known.value === value);
    if (!isKnown) yield { code: 'unknown-value', place, found, node, text: value };
  } else if (fact.type === 'integer' && typeof value === 'number' && Number.isInteger(value) && value < 1) {
    yield { code: 'below-one', place, key: member.key, value };
  }
}

function* nullItems({ items }: PolicyList): Iterable<Refusal> {
  for (const item of items) if (isNull(item)) yield { code: 'null-item', place: item.place };
}

function* typeRefusals({ fact, member }: KnownMember): Iterable<Refusal> {
  const { value: node, keyPlace: about } = member;
  if (isNull(node)) return;
  const wrong = { code: 'wrong-type', place: openingOf(node), fact, node, about } as const;
  switch (fact.type) {
    case 'integer':
      if (!(node.kind === 'unknown' ? mayFit(fact, node.type) : isInteger(node))) yield wrong;
      return;
    case 'string':
      if (!(node.kind === 'unknown' ? mayFit(fact, node.type) : isString(node))) yield wrong;
      return;
    case 'string-list':
      if (node.kind === 'list') yield* wrongEntries(fact, node);
      else if (node.kind !== 'unknown' || !mayFit(fact, node.type)) yield wrong;
      return;
    case 'object':
    case 'object-list':
      return;
  }
}

function* wrongEntries(fact: PolicyKey, list: PolicyList): Iterable<Refusal> {
  for (const node of list.items) {
    if (node.kind === 'unknown' || isString(node) || isNull(node)) continue;
    yield { code: 'wrong-entry', place: openingOf(node), fact, node };
  }
}

/** False when no value of the type is valid, not even null. */
function mayFit(fact: PolicyKey, type: Type | undefined): boolean {
  if (type === undefined) return true;
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

function isNull(node: PolicyNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

function isString(node: PolicyNode): boolean {
  return node.kind === 'scalar' && typeof node.value === 'string';
}

function isInteger(node: PolicyNode): boolean {
  return node.kind === 'scalar' && typeof node.value === 'number' && Number.isInteger(node.value);
}
