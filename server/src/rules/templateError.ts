import type { PolicyCheck } from './rule.ts';
import { failuresOf } from './support/failures.ts';

export const templateError: PolicyCheck = {
  subject: 'policy',
  id: 'template-error',
  title: 'A template of a policy fails with the values that it gets',
  severity: 'error',
  *check(policy) {
    for (const { place, failure = '' } of failuresOf(policy, 'template')) {
      yield {
        place,
        message: `Terraform cannot fill in this template: ${failure}. Give it a value that is a string, a number or a bool, or encode it by jsonencode().`,
      };
    }
  },
};
