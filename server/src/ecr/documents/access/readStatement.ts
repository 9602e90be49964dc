import { EFFECTS } from '../../../facts/access/accessValues.ts';
import { readOperator } from '../../../facts/access/conditionOperators.ts';
import { isValueOf } from '../../../facts/enumeration.ts';
import type { PolicyMember, PolicyNode, PolicyObject } from '../documentNodes.ts';
import type {
  AccessStatement,
  AccessTest,
  Conditions,
  Entry,
  Field,
  Names,
  Principal,
  Principals,
} from './accessPolicy.ts';
import { meantElement } from './meantElements.ts';

const ABSENT = { state: 'absent' } as const;
const UNKNOWN = { state: 'unknown' } as const;

/** One statement, read once for all checks; with `holdBack`, nothing counts as absent. */
export function readStatement(object: PolicyObject, holdBack: boolean): AccessStatement {
  const find = (key: string) => findMember(object, key, 'statement', holdBack);
  return {
    object,
    sid: textField(find('Sid')),
    effect: enumField(find('Effect')),
    principals: readPrincipals(find('Principal'), find('NotPrincipal')),
    actions: readNames(find('Action'), find('NotAction')),
    resources: readNames(find('Resource'), find('NotResource')),
    conditions: readConditions(find('Condition')),
  };
}

type Found = PolicyMember | typeof ABSENT | typeof UNKNOWN;

/** The only member with a key; `absent` only when that is certain. */
export function findMember(object: PolicyObject, key: string, part: 'policy' | 'statement', holdBack: boolean): Found {
  const members = object.members.filter((member) => member.key === key);
  const [member, ...others] = members;
  if (member !== undefined) {
    if (others.length > 0) return UNKNOWN;
    return member.value.kind === 'scalar' && member.value.value === null ? UNKNOWN : member;
  }
  if (object.open || holdBack) return UNKNOWN;
  return object.members.some((written) => meantElement(part, written.key) === key) ? UNKNOWN : ABSENT;
}

function isMember(found: Found): found is PolicyMember {
  return 'key' in found;
}

/** A text. */
export function textField(found: Found): Field<string> {
  if (!isMember(found)) return found;
  const text = textOf(found.value);
  return text === null ? UNKNOWN : { state: 'known', value: text, node: found.value, member: found };
}

function enumField(found: Found): AccessStatement['effect'] {
  const field = textField(found);
  if (field.state !== 'known') return field;
  return isValueOf(EFFECTS, field.value) ? { ...field, value: field.value } : UNKNOWN;
}

function textOf(node: PolicyNode): string | null {
  return node.kind === 'scalar' && typeof node.value === 'string' ? node.value : null;
}

/** The texts of a list, or of a single text; null when nothing is known about them. */
function readEntries(node: PolicyNode): { readonly entries: readonly Entry[]; readonly open: boolean } | null {
  switch (node.kind) {
    case 'scalar':
      return { entries: [{ text: textOf(node), node }], open: false };
    case 'list':
      return { entries: node.items.map((item) => ({ text: textOf(item), node: item })), open: node.open };
    case 'unknown':
      // An unknown text is one text; anything else unknown may be a list.
      return node.type?.kind === 'string' ? { entries: [{ text: null, node }], open: false } : null;
    case 'object':
      return null;
  }
}

/** Which of two mutually exclusive keys is present. */
function either(plain: Found, negated: Found): { member: PolicyMember; isNegated: boolean } | 'absent' | 'unknown' {
  if (isMember(plain) && isMember(negated)) return 'unknown';
  if (isMember(plain)) return { member: plain, isNegated: false };
  if (isMember(negated)) return { member: negated, isNegated: true };
  return plain.state === 'absent' && negated.state === 'absent' ? 'absent' : 'unknown';
}

function readNames(plain: Found, negated: Found): Names {
  const found = either(plain, negated);
  if (found === 'absent') return ABSENT;
  if (found === 'unknown') return UNKNOWN;
  const read = readEntries(found.member.value);
  return read === null ? UNKNOWN : { state: 'known', ...found, ...read };
}

function readPrincipals(plain: Found, negated: Found): Principals {
  const found = either(plain, negated);
  if (found === 'absent') return ABSENT;
  if (found === 'unknown') return UNKNOWN;
  const { value } = found.member;
  if (value.kind === 'scalar') {
    const text = textOf(value);
    return text === '*'
      ? { state: 'known', ...found, entries: [{ kind: '*', text, node: value }], open: false }
      : UNKNOWN;
  }
  if (value.kind !== 'object') return UNKNOWN;
  const entries: Principal[] = [];
  let { open } = value;
  for (const { key, value: list } of value.members) {
    const read = readEntries(list);
    open ||= read?.open ?? true;
    // An unknown value may be a single value or a list; something exists in either case.
    for (const entry of read?.entries ?? [{ text: null, node: list }]) entries.push({ kind: key, ...entry });
  }
  return { state: 'known', ...found, entries, open };
}

function readConditions(found: Found): Conditions {
  if (!isMember(found)) return found;
  const { value } = found;
  if (value.kind !== 'object') return UNKNOWN;
  const tests: AccessTest[] = [];
  let { open } = value;
  for (const operatorMember of value.members) {
    const keys = operatorMember.value;
    if (keys.kind !== 'object') {
      open = true;
      continue;
    }
    open ||= keys.open;
    for (const keyMember of keys.members) tests.push(readTest(operatorMember, keyMember));
  }
  return { state: 'known', tests, open, member: found };
}

function readTest(operatorMember: PolicyMember, keyMember: PolicyMember): AccessTest {
  const read = readEntries(keyMember.value);
  return {
    operatorMember,
    operator: readOperator(operatorMember.key),
    keyMember,
    key: keyMember.key,
    values: (read?.entries ?? []).map(withText),
    open: read?.open ?? true,
  };
}

/** A condition's value may be written as a number or a boolean. */
function withText({ text, node }: Entry): Entry {
  const isOther = node.kind === 'scalar' && (typeof node.value === 'boolean' || typeof node.value === 'number');
  return { text: isOther ? String(node.value) : text, node };
}
