import type { PolicyKey } from '../../../facts/lifecycle/lifecyclePolicy.ts';
import { POLICY_KEYS } from '../../../facts/lifecycle/lifecyclePolicy.ts';
import type { Range } from '../../../syntax/tree/tree.ts';
import type { Point } from '../../cursor/point.ts';
import type { PolicyKeyCursor } from '../../cursor/policy/policyCursor.ts';
import { describeKey, summary } from '../../hover/describe.ts';
import type { Draft } from '../items/completionItem.ts';
import { insertAt } from '../items/slots.ts';
import type { Snippet } from '../items/snippet.ts';
import { choice, stop } from '../items/snippet.ts';
import type { PrintStyle } from './policyPrint.ts';
import { printKey, printObject } from './policyPrint.ts';
import { ruleSnippet } from './policySnippets.ts';
import { keyRank, nextPriority, rankedValues } from './relevance.ts';

/** The keys that the object at the cursor may still take, the needed ones first. */
export function policyKeyItems(point: Point, cursor: PolicyKeyCursor): Draft[] {
  const present = presentKeys(cursor);
  const ranked = POLICY_KEYS[cursor.level]
    .filter(({ key }) => !present.has(key))
    .map((fact) => ({ fact, rank: keyRank(cursor.level, fact, withoutOwnKey(cursor)) }))
    .filter(({ rank }) => rank !== null)
    .sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0));
  return ranked.map(({ fact }) => ({
    label: fact.key,
    kind: 'key',
    detail: summary(fact),
    documentation: describeKey(fact),
    insert: insertKey(point, cursor, fact),
  }));
}

/** The keys of the object but for the one that the cursor is at. */
function presentKeys(cursor: PolicyKeyCursor): Set<string> {
  return new Set(withoutOwnKey(cursor).object?.members.map(({ key }) => key));
}

function withoutOwnKey({ around, slot }: PolicyKeyCursor): PolicyKeyCursor['around'] {
  const { object } = around;
  if (object === null) return around;
  // A key that only begins where nothing is typed yet is another one.
  const isOwn = ({ start, end }: Range) =>
    start < slot.start || slot.end > slot.start ? end >= slot.start && start <= slot.end : false;
  const members = object.members.filter(({ keyPlace }) => !isOwn(keyPlace));
  return { ...around, object: { ...object, members } };
}

function insertKey(point: Point, cursor: PolicyKeyCursor, fact: PolicyKey): Draft['insert'] {
  const { slot, spelling, hasOperator, needsComma } = cursor;
  const comma = needsComma ? ',' : '';
  const name = slot.quotes === 'none' ? printKey(fact.key, spelling) : fact.key;
  if (hasOperator) return insertAt(point, slot, [slot.quotes === 'open' ? `${name}"` : name], spelling.quote);
  const closingQuote = slot.quotes === 'none' ? '' : '"';
  const end = slot.quotes === 'both' ? slot.end + spelling.quote.length : slot.end;
  const isInline = spelling.isInline || !startsLine(point.text, slot.start);
  const value = keyValue(cursor, fact, { spelling, isInline });
  return insertAt(
    point,
    { ...slot, end },
    [`${name}${closingQuote}`, spelling.operator, ...value, comma],
    spelling.quote,
  );
}

/** True when nothing but white space and quotes stands before the offset on its line. */
function startsLine(text: string, offset: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trim();
  return before === '' || before === '"';
}

/** What follows a key: the value's brackets or quotes, with a tab stop or what can only stand there. */
function keyValue({ level, around }: PolicyKeyCursor, fact: PolicyKey, style: PrintStyle): Snippet {
  if (fact.values !== undefined) return ['"', choice(rankedValues(level, fact, around).map(({ value }) => value)), '"'];
  switch (fact.type) {
    case 'integer':
      return [stop(fact.key === 'rulePriority' ? String(nextPriority(around)) : '')];
    case 'string':
      return ['"', stop(), '"'];
    case 'string-list':
      return ['["', stop(), '"]'];
    case 'object-list':
      return ruleSnippet('list', style, 1);
    case 'object':
      return printObject([[stop()]], style);
  }
}
