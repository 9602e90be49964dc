import type { BlockCheck } from '../check.ts';
import { repeatedPolicy } from '../support/repeatedPolicies.ts';

const KINDS: readonly string[] = ['policy of this kind', 'public policy of this kind'];

export const accessPolicyRepeated: BlockCheck = {
  subject: 'block',
  id: 'access-policy-repeated',
  title: 'A repository has two access policies',
  severity: 'error',
  *check(declaration, scope) {
    for (const kind of KINDS) {
      yield* repeatedPolicy(declaration, scope, kind, {
        policy: 'policy of this kind',
        remedy: 'Put all statements into one policy.',
      });
    }
  },
};
