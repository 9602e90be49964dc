import { holds } from '../../ecr/documents/access/actions.ts';
import { denying, everyoneIn } from '../../ecr/documents/access/principals.ts';
import type { AccessCheck } from '../check.ts';

export const accessLockout: AccessCheck = {
  subject: 'access',
  id: 'access-lockout',
  title: 'A statement prevents everyone from repairing the policy',
  severity: 'warning',
  *check(policy) {
    for (const statement of denying(policy)) {
      const { effect, actions, conditions } = statement;
      const everyone = everyoneIn(statement);
      if (effect.state !== 'known' || everyone === undefined || conditions.state !== 'absent') continue;
      if (policy.target === 'registry' || !ACTIONS.some((action) => holds(actions, action, policy.service) === 'yes'))
        continue;
      yield {
        place: everyone.node.place,
        message:
          'This forbids everyone, the owner included, to change or remove the policy: AWS refuses it, or only the root user can repair it. Add a Condition that exempts whoever deploys.',
      };
    }
  },
};

const ACTIONS = ['SetRepositoryPolicy', 'DeleteRepositoryPolicy'];
