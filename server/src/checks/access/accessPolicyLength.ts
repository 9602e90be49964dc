import { compactLength, longestLength } from '../../ecr/documents/compactLength.ts';
import { LONGEST_ACCESS_POLICY } from '../../facts/access/accessValues.ts';
import { printNumber } from '../../facts/printNumber.ts';
import type { AccessCheck } from '../check.ts';

export const accessPolicyLength: AccessCheck = {
  subject: 'access',
  id: 'access-policy-length',
  title: 'An access policy is too long for AWS',
  severity: 'error',
  judgesLongPolicies: true,
  *check(policy) {
    const { root, damaged, place } = policy;
    if (root === null || damaged || longestLength(root) <= LONGEST_ACCESS_POLICY) return;
    const length = compactLength(root) ?? 0;
    if (length <= LONGEST_ACCESS_POLICY) return;
    yield {
      place,
      message: `The policy has ${printNumber(length)} characters, and AWS accepts at most ${printNumber(LONGEST_ACCESS_POLICY)}. Name accounts or an organization rather than single roles.`,
    };
  },
};
