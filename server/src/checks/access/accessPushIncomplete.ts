import { PUSH_ACTIONS } from '../../facts/access/accessActions.ts';
import type { AccessCheck } from '../check.ts';
import { addAction } from '../support/addAction.ts';
import { grantsOf } from '../support/grants.ts';

export const accessPushIncomplete: AccessCheck = {
  subject: 'access',
  id: 'access-push-incomplete',
  title: 'A principal may do only part of a push',
  severity: 'warning',
  *check(policy) {
    if (policy.target === 'registry' || !policy.isWhole) return;
    for (const { actions, has, lacks } of grantsOf(policy)) {
      const missing = PUSH_ACTIONS.filter(lacks).map((action) => `${policy.service}:${action}`);
      if (missing.length === 0 || !PUSH_ACTIONS.some(has)) continue;
      yield {
        place: actions.member.keyPlace,
        message: `A push also needs ${missing.join(', ')}; without them docker push fails with "denied".`,
        fixes: addAction(actions, missing),
      };
    }
  },
};
