import { isUnknownAction, knownTexts } from '../../ecr/documents/access/actions.ts';
import type { IdentityCheck } from '../check.ts';
import { unknownAction } from '../support/unknownActions.ts';

export const accessIdentityAction: IdentityCheck = {
  subject: 'identity',
  id: 'access-identity-action',
  title: 'Unknown ECR action in an IAM policy',
  severity: 'warning',
  *check(policy) {
    for (const { actions } of policy.statements) {
      if (actions.state !== 'known') continue;
      for (const { text, node } of knownTexts(actions.entries)) {
        for (const service of ['ecr', 'ecr-public'] as const)
          if (isUnknownAction(text, service)) yield unknownAction(text, node, service);
      }
    }
  },
};
