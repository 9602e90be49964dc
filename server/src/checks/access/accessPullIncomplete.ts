import { isForService } from '../../ecr/documents/access/principals.ts';
import { PULL_ACTIONS, PUSH_ACTIONS } from '../../facts/access/accessActions.ts';
import type { AccessCheck } from '../check.ts';
import { addAction } from '../support/addAction.ts';
import { grantsOf } from '../support/grants.ts';

export const accessPullIncomplete: AccessCheck = {
  subject: 'access',
  id: 'access-pull-incomplete',
  title: 'A principal may do only part of a pull',
  severity: 'warning',
  *check(policy) {
    if (policy.target !== 'repository' || !policy.isWhole) return;
    for (const { actions, has, lacks } of grantsOf(policy)) {
      if (PUSH_ACTIONS.some((action) => !lacks(action))) continue;
      const pair = [IMAGE, LAYER].filter(has);
      const missing = [IMAGE, LAYER].filter(lacks);
      const added = PULL_ACTIONS.filter(lacks).map((action) => `${policy.service}:${action}`);
      const [part] = pair;
      const [absent] = missing;
      if (part !== undefined && absent !== undefined) {
        yield {
          place: actions.member.keyPlace,
          message: `${part} is allowed without ${absent}: docker pull fails with "403 Forbidden". Add ${policy.service}:${absent}.`,
          fixes: addAction(actions, added),
        };
      } else if (pair.length === 2 && lacks(LAYERS) && !policy.statements.some((one) => isForService(one, 'lambda'))) {
        yield {
          severity: 'hint',
          place: actions.member.keyPlace,
          message: `docker pull also calls ${LAYERS}. Add ${policy.service}:${LAYERS}.`,
          fixes: addAction(actions, added),
        };
      }
    }
  },
};

const IMAGE = 'BatchGetImage';
const LAYER = 'GetDownloadUrlForLayer';
const LAYERS = 'BatchCheckLayerAvailability';
