import type { PolicyKey } from '../../../facts/lifecycle/lifecyclePolicy.ts';
import { POLICY_KEYS } from '../../../facts/lifecycle/lifecyclePolicy.ts';
import type { Point } from '../../cursor/point.ts';
import type { PolicyKeyCursor } from '../../cursor/policy/policyCursor.ts';
import { describeKey, summary } from '../../hover/describe.ts';
import type { Draft } from '../items/completionItem.ts';
import type { Snippet } from '../items/snippet.ts';
import { choice, stop } from '../items/snippet.ts';
import { insertKey, withoutOwnKey } from './keyInsertion.ts';
import type { PrintStyle } from './policyPrint.ts';
import { printObject } from './policyPrint.ts';
import { ruleSnippet } from './policySnippets.ts';
import { keyRank, nextPriority, rankedValues } from './relevance.ts';

/** The keys that the object at the cursor may still have, the required ones first. */
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
    insert: insertKey(point, cursor, fact.key, (style) => keyValue(cursor, fact, style)),
  }));
}

/** The keys of the object except the one at the cursor. */
function presentKeys(cursor: PolicyKeyCursor): Set<string> {
  return new Set(withoutOwnKey(cursor).object?.members.map(({ key }) => key));
}

/** The text after a key: the value's brackets or quotes, around a tab stop or the only possible content. */
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
