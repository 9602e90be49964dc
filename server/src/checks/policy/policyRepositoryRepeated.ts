import { LIFECYCLE_POLICY_TYPE } from '../../ecr/repository/policyTargets.ts';
import { isBlockOf } from '../../module/declarations/declarations.ts';
import type { BlockCheck } from '../check.ts';
import { repeatedPolicy } from '../support/repeatedPolicies.ts';

export const policyRepositoryRepeated: BlockCheck = {
  subject: 'block',
  id: 'policy-repository-repeated',
  title: 'A repository has two lifecycle policies',
  severity: 'error',
  *check(declaration, scope) {
    if (!isBlockOf(declaration, 'resource', LIFECYCLE_POLICY_TYPE)) return;
    yield* repeatedPolicy(declaration, scope, {
      policy: 'lifecycle policy',
      remedy: 'Put all rules into one policy.',
    });
  },
};
