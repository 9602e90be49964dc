import type { PolicyCheck } from '../check.ts';

export const policyTooLarge: PolicyCheck = {
  subject: 'policy',
  id: 'policy-too-large',
  title: 'A lifecycle policy is too large to be checked',
  severity: 'info',
  *check(policy) {
    if (!policy.isTooLarge) return;
    yield {
      place: policy.place,
      message:
        'This policy was not checked whole, because it or what it is computed from is too large to be followed. Write it out, or split the module.',
    };
  },
};
