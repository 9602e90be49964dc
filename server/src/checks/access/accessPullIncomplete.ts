import { holds } from '../../ecr/documents/access/actions.ts';
import { allowing, isForService, listedPrincipals, mayBeAbout } from '../../ecr/documents/access/principals.ts';
import { PULL_ACTIONS, PUSH_ACTIONS } from '../../facts/access/accessActions.ts';
import type { AccessCheck } from '../check.ts';
import { addAction } from '../support/addAction.ts';

export const accessPullIncomplete: AccessCheck = {
  subject: 'access',
  id: 'access-pull-incomplete',
  title: 'A principal has a part of what a pull needs',
  severity: 'warning',
  *check(policy) {
    if (policy.target !== 'repository' || !policy.isWhole) return;
    const allowed = allowing(policy);
    for (const statement of allowed) {
      const principal = listedPrincipals(statement).find(({ kind }) => kind === 'AWS' || kind === '*');
      const { actions } = statement;
      if (principal === undefined || actions.state !== 'known') continue;
      const others = allowed.filter((other) => mayBeAbout(other, principal));
      const has = (action: string) => holds(actions, action, policy.service);
      const lacks = (action: string) => others.every((other) => holds(other.actions, action, policy.service) === 'no');
      if (PUSH_ACTIONS.some((action) => !lacks(action))) continue;
      const pair = [IMAGE, LAYER].filter((action) => has(action) === 'yes');
      const missing = [IMAGE, LAYER].filter(lacks);
      const added = PULL_ACTIONS.filter(lacks).map((action) => `${policy.service}:${action}`);
      const [part] = pair;
      const [absent] = missing;
      if (part !== undefined && absent !== undefined) {
        yield {
          place: actions.member.keyPlace,
          message: `${part} is allowed without ${absent}: docker pull ends with "403 Forbidden". Add ${policy.service}:${absent}.`,
          fixes: addAction(actions, added),
        };
      } else if (pair.length === 2 && lacks(LAYERS) && !policy.statements.some((one) => isForService(one, 'lambda'))) {
        yield {
          severity: 'hint',
          place: actions.member.keyPlace,
          message: `A pull by docker also asks for ${LAYERS}. Add ${policy.service}:${LAYERS}.`,
          fixes: addAction(actions, added),
        };
      }
    }
  },
};

const IMAGE = 'BatchGetImage';
const LAYER = 'GetDownloadUrlForLayer';
const LAYERS = 'BatchCheckLayerAvailability';
