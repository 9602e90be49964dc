import { isActionMismatched } from '../../ecr/documents/lifecycle/ruleActions.ts';
import type { PolicyCheck } from '../check.ts';

export const ruleTargetStorageClass: PolicyCheck = {
  subject: 'policy',
  id: 'rule-target-storage-class',
  title: 'targetStorageClass is missing from a transition, or stands on an expire action',
  severity: 'error',
  *check({ rules }) {
    for (const rule of rules) {
      const { action, actionType, targetStorageClass } = rule;
      if (action === null || actionType.state !== 'known' || isActionMismatched(rule)) continue;
      if (actionType.value === 'transition' && targetStorageClass.state === 'absent') {
        yield {
          place: actionType.node.place,
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
      if (actionType.value === 'expire' && targetStorageClass.state === 'known') {
        yield {
          place: targetStorageClass.node.place,
          severity: 'warning',
          message: 'expire deletes images and moves them nowhere, so AWS may refuse its targetStorageClass. Remove it.',
          fixes: [
            {
              title: 'Remove targetStorageClass',
              kind: 'choice',
              changes: [{ kind: 'remove-key', object: action, member: targetStorageClass.member }],
            },
          ],
        };
      }
    }
  },
};
