import { refusalsOf } from '../../ecr/documents/lifecycle/refusals/inPolicy.ts';
import type { PolicyCheck } from '../check.ts';

export const ruleTargetStorageClass: PolicyCheck = {
  subject: 'policy',
  id: 'rule-target-storage-class',
  title: 'targetStorageClass is missing from a transition, or set on an expire action',
  severity: 'error',
  *check(policy) {
    for (const { place, action } of refusalsOf(policy, 'target-missing')) {
      yield {
        place,
        message:
          'transition needs targetStorageClass = "archive"; without it AWS refuses the policy ("Could not map policyString into LifecyclePolicy").',
        fixes: [
          {
            title: 'Add targetStorageClass = "archive"',
            kind: 'one',
            changes: [{ kind: 'set-key', object: action, key: 'targetStorageClass', value: 'archive' }],
          },
        ],
      };
    }
    for (const { place, action, member } of refusalsOf(policy, 'target-of-expire')) {
      yield {
        place,
        severity: 'warning',
        message: 'expire deletes images and does not move them, so AWS may refuse its targetStorageClass. Remove it.',
        fixes: [
          {
            title: 'Remove targetStorageClass',
            kind: 'choice',
            changes: [{ kind: 'remove-key', object: action, member }],
          },
        ],
      };
    }
  },
};
