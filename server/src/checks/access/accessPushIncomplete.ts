import { holds } from '../../ecr/documents/access/actions.ts';
import { allowing, listedPrincipals, mayBeAbout } from '../../ecr/documents/access/principals.ts';
import { PUSH_ACTIONS } from '../../facts/access/accessActions.ts';
import type { AccessCheck } from '../check.ts';
import { addAction } from '../support/addAction.ts';

export const accessPushIncomplete: AccessCheck = {
  subject: 'access',
  id: 'access-push-incomplete',
  title: 'A principal has a part of what a push needs',
  severity: 'warning',
  *check(policy) {
    if (policy.target === 'registry' || !policy.isWhole) return;
    const allowed = allowing(policy);
    for (const statement of allowed) {
      const principal = listedPrincipals(statement).find(({ kind }) => kind === 'AWS' || kind === '*');
      const { actions } = statement;
      if (principal === undefined || actions.state !== 'known') continue;
      const others = allowed.filter((other) => mayBeAbout(other, principal));
      const has = (action: string) => holds(actions, action, policy.service) === 'yes';
      const lacks = (action: string) => others.every((other) => holds(other.actions, action, policy.service) === 'no');
      const missing = PUSH_ACTIONS.filter(lacks).map((action) => `${policy.service}:${action}`);
      if (missing.length === 0 || !PUSH_ACTIONS.some(has)) continue;
      yield {
        place: actions.member.keyPlace,
        message: `A push also needs ${missing.join(', ')}; without that docker push ends with "denied".`,
        fixes: addAction(actions, missing),
      };
    }
  },
};
