import type { PolicyCheck } from '../check.ts';

export const policyTooLarge: PolicyCheck = {
  subject: 'policy',
  id: 'policy-too-large',
  title: 'A policy is too large to be checked',
  severity: 'info',
  *check({ isTooLarge, place }) {
    if (isTooLarge) yield { place, message: MESSAGE };
  },
  *checkAccess({ isTooLarge, place }) {
    if (isTooLarge) yield { place, message: MESSAGE };
  },
};

const MESSAGE =
  'This policy was not fully checked, because it, or what it is computed from, is too large to follow. Write it out, or split the module.';
