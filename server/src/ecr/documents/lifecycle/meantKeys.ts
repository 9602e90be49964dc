import type { PolicyKey, PolicyLevel } from '../../../facts/lifecycle/lifecyclePolicy.ts';
import { POLICY_KEYS, policyKey } from '../../../facts/lifecycle/lifecyclePolicy.ts';
import { nearestName } from '../../nearestName.ts';

/** What an unknown key most likely means: another spelling at its level, or a key of another level. */
export interface MeantKey {
  readonly level: PolicyLevel;
  readonly key: string;
}

const LEVELS: readonly PolicyLevel[] = ['policy', 'rule', 'selection', 'action'];

/**
 * The intended meaning of a key that AWS does not know at `level`: a spelling near a known one, a key of another level,
 * or the last word of one (`priority` of `rulePriority`). Undefined when it is ambiguous.
 */
export function meantKey(level: PolicyLevel, written: string): MeantKey | undefined {
  const here = nearestName(written, namesAt(level));
  if (here !== undefined) return { level, key: here };
  const elsewhere = LEVELS.flatMap((other) => {
    const exact = other === level ? undefined : policyKey(other, written);
    return exact === undefined ? [] : [{ level: other, key: exact.key }];
  });
  if (elsewhere.length > 0) return elsewhere.length === 1 ? elsewhere[0] : undefined;
  const [last, ...others] = namesAt(level).filter((key) =>
    key.endsWith(`${written.charAt(0).toUpperCase()}${written.slice(1)}`),
  );
  return last === undefined || others.length > 0 || written === '' ? undefined : { level, key: last };
}

/** The names that AWS knows at a level. */
export function namesAt(level: PolicyLevel): readonly string[] {
  return NAMES[level];
}

const namesOf = (keys: readonly PolicyKey[]) => keys.map(({ key }) => key);

const NAMES: Readonly<Record<PolicyLevel, readonly string[]>> = {
  policy: namesOf(POLICY_KEYS.policy),
  rule: namesOf(POLICY_KEYS.rule),
  selection: namesOf(POLICY_KEYS.selection),
  action: namesOf(POLICY_KEYS.action),
};
