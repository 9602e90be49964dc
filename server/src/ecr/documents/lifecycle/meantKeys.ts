import type { PolicyKey, PolicyLevel } from '../../../facts/lifecycle/lifecyclePolicy.ts';
import { POLICY_KEYS, policyKey } from '../../../facts/lifecycle/lifecyclePolicy.ts';
import { nearestName } from '../../nearestName.ts';

/** What an unknown key is most likely meant to be: another spelling at its level, or a key of another level. */
export interface MeantKey {
  readonly level: PolicyLevel;
  readonly key: string;
}

const LEVELS: readonly PolicyLevel[] = ['policy', 'rule', 'selection', 'action'];

/** The intended meaning of a key that AWS does not know at `level`; undefined when it is ambiguous. */
export function meantKey(level: PolicyLevel, written: string): MeantKey | undefined {
  const here = nearestName(written, namesAt(level));
  if (here !== undefined) return { level, key: here };
  const elsewhere = LEVELS.flatMap((other) => {
    const exact = other === level ? undefined : policyKey(other, written);
    return exact === undefined ? [] : [{ level: other, key: exact.key }];
  });
  return elsewhere.length === 1 ? elsewhere[0] : undefined;
}

/** The names that AWS knows at a level. */
export function namesAt(level: PolicyLevel): string[] {
  return POLICY_KEYS[level].map(({ key }: PolicyKey) => key);
}
