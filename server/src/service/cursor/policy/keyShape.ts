import type { PolicyKey, PolicyLevel } from '../../../facts/lifecycle/lifecyclePolicy.ts';
import { policyKey } from '../../../facts/lifecycle/lifecyclePolicy.ts';

/** What part of a lifecycle policy an expression gives. */
export type Shape =
  /** The whole policy as JSON text. */
  | { readonly kind: 'text' }
  | { readonly kind: 'object'; readonly level: PolicyLevel }
  /** A list of objects of that level. */
  | { readonly kind: 'list'; readonly level: PolicyLevel }
  /** The value of a key that is a string, a number or a list of strings. */
  | { readonly kind: 'value'; readonly level: PolicyLevel; readonly fact: PolicyKey };

export const POLICY_TEXT: Shape = { kind: 'text' };
export const POLICY_OBJECT: Shape = { kind: 'object', level: 'policy' };

/** The shape of a key's value; null for a key that AWS does not know at that level. */
export function shapeOfKey(level: PolicyLevel, key: string): Shape | null {
  const fact = policyKey(level, key);
  if (fact === undefined) return null;
  if (fact.level === undefined) return { kind: 'value', level, fact };
  return { kind: fact.type === 'object-list' ? 'list' : 'object', level: fact.level };
}
