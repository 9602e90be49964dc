import { knownTexts, listedActions } from '../../ecr/documents/access/actions.ts';
import { openActions } from '../../ecr/documents/access/openness.ts';
import { ownRegistry } from '../../ecr/documents/access/ownRegistry.ts';
import { accountOf, allowing, isEveryone, listedPrincipals } from '../../ecr/documents/access/principals.ts';
import type { AccessCheck } from '../check.ts';

export const accessFullWildcard: AccessCheck = {
  subject: 'access',
  id: 'access-full-wildcard',
  title: 'Others may do everything with a repository',
  severity: 'hint',
  *check(policy, scope) {
    if (policy.target === 'registry') return;
    const { account: own } = ownRegistry(policy, scope);
    const open = openActions(policy);
    for (const statement of allowing(policy).filter((one) => !open.has(one))) {
      const all = knownTexts(listedActions(statement)).find(({ text }) => text.toLowerCase() === `${policy.service}:*`);
      const other = listedPrincipals(statement).find((principal) => {
        const account = accountOf(principal);
        return isEveryone(principal) || (own !== null && account !== null && account !== own);
      });
      if (all === undefined || other === undefined) continue;
      yield {
        place: all.node.place,
        message: `${all.text} lets others delete images and change the policy itself. A pull needs only ${policy.service}:BatchCheckLayerAvailability, BatchGetImage and GetDownloadUrlForLayer.`,
      };
    }
  },
};
