import { refusalsOf } from '../../ecr/documents/lifecycle/refusals/inPolicy.ts';
import type { PolicyCheck } from '../check.ts';

export const policyNumberRange: PolicyCheck = {
  subject: 'policy',
  id: 'policy-number-range',
  title: 'rulePriority or countNumber below 1',
  severity: 'error',
  *check(policy) {
    for (const { place, key, value } of refusalsOf(policy, 'below-one')) {
      yield {
        place,
        message: `${key} must be 1 or more; AWS refuses ${value}: "numeric instance is lower than the required minimum".`,
      };
    }
  },
};
