import type { AccessPolicy } from '../../ecr/documents/access/accessPolicy.ts';
import { openActions } from '../../ecr/documents/access/openness.ts';
import { everyoneIn } from '../../ecr/documents/access/principals.ts';
import { PULL_ACTIONS, PUSH_ACTIONS } from '../../facts/access/accessActions.ts';
import type { AccessCheck } from '../check.ts';

export const accessPrincipalPublic: AccessCheck = {
  subject: 'access',
  id: 'access-principal-public',
  title: 'Everyone may pull or push',
  severity: 'warning',
  isConsequenceOf: { id: 'module-statement-shape', within: 'about' },
  *check(policy) {
    if (policy.target === 'registry') return;
    for (const [statement, actions] of openActions(policy)) {
      const everyone = everyoneIn(statement);
      const what = whatIn(policy, actions);
      if (everyone === undefined || what === null) continue;
      yield {
        place: everyone.node.place,
        message: `Anyone with an AWS account may ${what}: nothing limits the statement. Name accounts as Principal, or add a Condition on "aws:PrincipalOrgID".`,
      };
    }
  },
};

function whatIn({ target }: AccessPolicy, actions: readonly string[]): string | null {
  const sure = (action: string) => actions.includes(action);
  if (target !== 'public')
    return PUSH_ACTIONS.some(sure) ? 'push' : PULL_ACTIONS.some(sure) ? 'pull' : 'do what it allows';
  // Everyone may pull from a public repository anyway.
  return PUSH_ACTIONS.some(sure) ? 'push' : null;
}
