import type { OwnedKind } from '../../ecr/owners/owned.ts';
import type { BlockCheck } from '../check.ts';
import { repeatedPolicy } from '../support/repeatedPolicies.ts';

const KINDS: readonly OwnedKind[] = ['repository policy', 'public repository policy'];

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
