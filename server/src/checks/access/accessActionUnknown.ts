import { isUnknownAction, knownTexts } from '../../ecr/documents/access/actions.ts';
import type { AccessCheck } from '../check.ts';
import { unknownAction } from '../support/unknownActions.ts';

export const accessActionUnknown: AccessCheck = {
  subject: 'access',
  id: 'access-action-unknown',
  title: 'Unknown action',
  severity: 'warning',
  *check(policy) {
    for (const { actions } of policy.statements) {
      if (actions.state !== 'known') continue;
      for (const { text, node } of knownTexts(actions.entries)) {
        if (isUnknownAction(text, policy.service)) yield unknownAction(text, node, policy.service);
      }
    }
  },
};
