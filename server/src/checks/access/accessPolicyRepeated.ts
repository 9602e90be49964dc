import { isBlockOf } from '../../module/declarations/declarations.ts';
import type { BlockCheck } from '../check.ts';
import { repeatedPolicy } from '../support/repeatedPolicies.ts';

export const accessPolicyRepeated: BlockCheck = {
  subject: 'block',
  id: 'access-policy-repeated',
  title: 'A repository has two access policies',
  severity: 'error',
  *check(declaration, scope) {
    const types = ['aws_ecr_repository_policy', 'aws_ecrpublic_repository_policy'];
    if (!types.some((type) => isBlockOf(declaration, 'resource', type))) return;
    yield* repeatedPolicy(declaration, scope, {
      policy: 'policy of this kind',
      remedy: 'Put all statements into one policy.',
    });
  },
};
