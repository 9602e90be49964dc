import type { AccessStatement, Entry } from '../../ecr/documents/access/accessPolicy.ts';
import { knownTexts, listedActions } from '../../ecr/documents/access/actions.ts';
import { textOf } from '../../syntax/tree/place.ts';
import type { IdentityCheck } from '../check.ts';

export const accessTokenResource: IdentityCheck = {
  subject: 'identity',
  id: 'access-token-resource',
  title: 'ecr:GetAuthorizationToken is granted on a repository',
  severity: 'warning',
  *check(policy) {
    for (const statement of policy.statements) {
      const { effect } = statement;
      if (effect.state !== 'known' || effect.value !== 'Allow') continue;
      const token = knownTexts(listedActions(statement)).find(({ text }) => TOKEN.test(text));
      if (token === undefined || !isOfRepositories(statement)) continue;
      yield {
        place: token.node.place,
        message: `${token.text} does not apply to a repository: docker login fails with "not authorized to perform: ecr:GetAuthorizationToken on resource: *". Allow it in a statement of its own with the resource "*".`,
      };
    }
  },
};

/** The ARN of a repository, known or not, is that of one repository. */
const REPOSITORY_ARN =
  /^"?(?:\$\{)?\s*(?:data\.)?aws_ecr(?:public)?_repository\.[\w-]+(?:\[[^\]]*\])?\.arn\s*\}?(?:\/?\*)?"?$/;

/** True for a statement about repositories alone. */
function isOfRepositories({ resources, object }: AccessStatement): boolean {
  if (resources.state === 'known') return !resources.isNegated && !resources.open && !resources.entries.some(mayBeAll);
  const written = object.members.find(({ key }) => key === 'Resource')?.value;
  return resources.state === 'unknown' && written !== undefined && REPOSITORY_ARN.test(textOf(written.place));
}

function mayBeAll({ text, node }: Entry): boolean {
  return text === null ? !REPOSITORY_ARN.test(textOf(node.place)) : text === '*';
}

const TOKEN = /^ecr(?:-public)?:getauthorizationtoken$/i;
