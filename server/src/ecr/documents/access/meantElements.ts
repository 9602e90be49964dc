import { ACCESS_KEYS } from '../../../facts/access/accessPolicyKeys.ts';
import { nearestName } from '../../nearestName.ts';

const namesOf = (keys: readonly { readonly key: string }[]) => keys.map(({ key }) => key);

const NAMES = {
  policy: namesOf(ACCESS_KEYS.policy),
  statement: namesOf(ACCESS_KEYS.statement),
  principal: namesOf(ACCESS_KEYS.principal),
};

/** The element that a key of a policy or statement is or most likely means; undefined when none is similar. */
export function meantElement(part: 'policy' | 'statement' | 'principal', key: string): string | undefined {
  const names = NAMES[part];
  if (names.includes(key)) return key;
  const singular = key.endsWith('s')
    ? names.find((name) => name.toLowerCase() === key.slice(0, -1).toLowerCase())
    : undefined;
  return singular ?? nearestName(key, names);
}

/** True for a key that the grammar of policies has in that part. */
export function isElement(part: 'policy' | 'statement' | 'principal', key: string): boolean {
  return ACCESS_KEYS[part].some((known) => known.key === key);
}
