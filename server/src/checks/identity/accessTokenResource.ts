import { knownTexts, listedActions } from '../../ecr/documents/access/actions.ts';
import type { IdentityCheck } from '../check.ts';

export const accessTokenResource: IdentityCheck = {
  subject: 'identity',
  id: 'access-token-resource',
  title: 'ecr:GetAuthorizationToken is granted on a repository',
  severity: 'warning',
  *check(policy) {
    for (const statement of policy.statements) {
      const { effect, resources } = statement;
      if (effect.state !== 'known' || effect.value !== 'Allow') continue;
      const token = knownTexts(listedActions(statement)).find(({ text }) => TOKEN.test(text));
      if (token === undefined || resources.state !== 'known' || resources.isNegated || resources.open) continue;
      if (resources.entries.some(({ text }) => text === null || text === '*')) continue;
      yield {
        place: token.node.place,
        message: `${token.text} is about no repository: docker login ends with "not authorized to perform: ecr:GetAuthorizationToken on resource: *". Allow it in a statement of its own with the resource "*".`,
      };
    }
  },
};

const TOKEN = /^ecr(?:-public)?:getauthorizationtoken$/i;
