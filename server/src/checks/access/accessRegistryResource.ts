import { knownTexts } from '../../ecr/documents/access/actions.ts';
import { ownAccount } from '../../ecr/documents/access/ownAccount.ts';
import { openingOf } from '../../ecr/documents/documentNodes.ts';
import type { AccessCheck } from '../check.ts';

export const accessRegistryResource: AccessCheck = {
  subject: 'access',
  id: 'access-registry-resource',
  title: 'A statement of a registry policy names no repositories of the registry',
  severity: 'warning',
  *check(policy, scope) {
    if (policy.target !== 'registry') return;
    const own = scope.ask((module) => module.remember(ownAccount));
    for (const { object, resources } of policy.statements) {
      if (resources.state === 'absent') {
        yield {
          place: openingOf(object),
          message:
            'The statement has no Resource: the policy of a registry says which repositories it is about. AWS has answered "Invalid registry policy provided"; write "arn:aws:ecr:REGION:ACCOUNT:repository/*".',
        };
      }
      if (resources.state !== 'known') continue;
      for (const { text, node } of knownTexts(resources.entries)) {
        const why = faultOf(text, own);
        if (why === null) continue;
        yield {
          place: node.place,
          message: `${why} AWS accepts it without a word, and the statement has no effect: write "arn:aws:ecr:REGION:ACCOUNT:repository/*".`,
        };
      }
    }
  },
};

/** What each part of an ARN of a repository is like. */
const PARTS = [/^arn$/, /^aws(?:-[a-z]+)*$/, /^ecr$/, /^[a-z]{2,}(?:-[a-z]+)+-\d+$/, /^\d{12}$/];

/** Why a text can never match a repository of the registry; null when it may match one. */
function faultOf(text: string, own: string | null): string | null {
  if (text.includes('${')) return null;
  const wildcard = text.search(/[*?]/);
  const sure = wildcard === -1 ? text : text.slice(0, wildcard);
  const parts = sure.split(':');
  const last = parts.length - 1;
  const isWrong = PARTS.some((part, index) => index < last && !part.test(parts[index] ?? ''));
  const rest = parts.slice(5).join(':');
  const isRepository = rest.startsWith('repository/') || (wildcard !== -1 && 'repository/'.startsWith(rest));
  if (isWrong || (last >= 5 && !isRepository) || (last < 5 && wildcard === -1))
    return 'This is the ARN of no repository.';
  const account = last >= 5 ? parts[4] : undefined;
  if (own !== null && account !== undefined && account !== own)
    return `This is of account ${account}, and the registry is that of ${own}.`;
  return null;
}
