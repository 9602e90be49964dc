import type { AccessPolicy, AccessStatement } from '../../ecr/documents/access/accessPolicy.ts';
import { holds } from '../../ecr/documents/access/actions.ts';
import { openStatements } from '../../ecr/documents/access/openness.ts';
import { everyoneIn } from '../../ecr/documents/access/principals.ts';
import { PULL_ACTIONS, PUSH_ACTIONS } from '../../facts/access/accessActions.ts';
import type { AccessCheck } from '../check.ts';

export const accessPrincipalPublic: AccessCheck = {
  subject: 'access',
  id: 'access-principal-public',
  title: 'Everyone may pull or push',
  severity: 'warning',
  *check(policy) {
    if (policy.target === 'registry') return;
    for (const statement of openStatements(policy)) {
      const everyone = everyoneIn(statement);
      const what = everyone && whatIn(policy, statement);
      if (everyone === undefined || !what) continue;
      yield {
        place: everyone.node.place,
        message: `Everyone with any AWS account may ${what}: nothing narrows the statement. Name accounts as Principal, or add a Condition on "aws:PrincipalOrgID".`,
      };
    }
  },
};

function whatIn({ service, target }: AccessPolicy, { actions }: AccessStatement): string | null {
  const sure = (action: string) => holds(actions, action, service) === 'yes';
  if (target !== 'public')
    return PUSH_ACTIONS.some(sure) ? 'push' : PULL_ACTIONS.some(sure) ? 'pull' : 'do what it allows';
  // Everyone may pull from a public repository anyway.
  return PUSH_ACTIONS.some(sure) ? 'push' : null;
}
