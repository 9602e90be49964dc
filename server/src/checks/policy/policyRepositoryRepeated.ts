import type { BlockCheck } from '../check.ts';
import { repeatedPolicy } from '../support/repeatedPolicies.ts';

export const policyRepositoryRepeated: BlockCheck = {
  subject: 'block',
  id: 'policy-repository-repeated',
  title: 'A repository has two lifecycle policies',
  severity: 'error',
  *check(declaration, scope) {
    yield* repeatedPolicy(declaration, scope, 'lifecycle policy', {
      policy: 'lifecycle policy',
      remedy: 'Put all rules into one policy.',
    });
  },
};
