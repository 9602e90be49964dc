import type { Value } from '../../../evaluate/values/value.ts';
import type { PolicyNode } from '../documentNodes.ts';
import { documentReachedBy } from '../documentReference.ts';
import { LIFECYCLE } from '../lifecycle/vocabulary.ts';
import { ACCESS } from './vocabulary.ts';

interface Handed {
  readonly root: PolicyNode | null;
  readonly value: Value;
}

const TELLING = { access: 'Statement', lifecycle: 'rules' } as const;

/** True for a document of the wrong kind: an IAM policy instead of a lifecycle policy, or the reverse. */
export function isOtherDocument({ root, value }: Handed, wanted: 'access' | 'lifecycle'): boolean {
  const other = wanted === 'access' ? 'lifecycle' : 'access';
  if (value.kind === 'unknown') return documentReachedBy(value, other === 'access' ? ACCESS : LIFECYCLE) !== null;
  if (root?.kind !== 'object') return false;
  const has = (key: string) => root.members.some((member) => member.key === key);
  return has(TELLING[other]) && !has(TELLING[wanted]);
}
