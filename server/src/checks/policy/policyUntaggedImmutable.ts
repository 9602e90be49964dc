import { isUntaggedOnlyOfImmutable } from '../../ecr/documents/lifecycle/claims/untaggedOnly.ts';
import type { PolicyCheck } from '../check.ts';

export const policyUntaggedImmutable: PolicyCheck = {
  subject: 'policy',
  id: 'policy-untagged-immutable',
  title: 'Only untagged images expire, but tags never move',
  severity: 'hint',
  isWidespread: true,
  *check(policy, scope) {
    if (!isUntaggedOnlyOfImmutable(policy, scope)) return;
    yield {
      place: policy.handedOver,
      message:
        'Little is ever deleted: the policy selects untagged images only, and in a repository with immutable tags an image keeps its tag. Add a rule for tagged images.',
    };
  },
};
