import { knownTexts } from '../../ecr/documents/access/actions.ts';
import type { OwnRegistry } from '../../ecr/documents/access/ownRegistry.ts';
import { ownRegistry } from '../../ecr/documents/access/ownRegistry.ts';
import { openingOf } from '../../ecr/documents/documentNodes.ts';
import type { AccessCheck } from '../check.ts';

export const accessRegistryResource: AccessCheck = {
  subject: 'access',
  id: 'access-registry-resource',
  title: 'A registry policy statement covers no repository of the registry',
  severity: 'warning',
  *check(policy, scope) {
    if (policy.target !== 'registry') return;
    const own = ownRegistry(policy, scope);
    for (const { object, resources } of policy.statements) {
      if (resources.state === 'absent') {
        yield {
          place: openingOf(object),
          message:
            'The statement has no Resource: the policy of a registry says which repositories it is about. AWS has answered "Invalid registry policy provided"; write "arn:aws:ecr:REGION:ACCOUNT:repository/*".',
        };
      }
      if (resources.state !== 'known') continue;
      const texts = knownTexts(resources.entries);
      // A policy that several regions share names the other regions too.
      const isShared =
        resources.open || texts.length < resources.entries.length || texts.some((one) => isOf(one.text, own));
      for (const { text, node } of texts) {
        const why = faultOf(text, isShared ? { ...own, region: null } : own);
        if (why === null) continue;
        yield {
          place: node.place,
          message: `${why} AWS accepts it silently, and the statement has no effect: write "arn:aws:ecr:REGION:ACCOUNT:repository/*".`,
        };
      }
    }
  },
};

/** The form of each part of a repository's ARN. */
const PARTS = [/^arn$/, /^aws(?:-[a-z]+)*$/, /^ecr$/, /^[a-z]{2,}(?:-[a-z]+)+-\d+$/, /^\d{12}$/];

/** What each part may begin with when a wildcard cuts it off. */
const BEGINNINGS = [/^(?:a|ar|arn)?$/, /^(?:a|aw|aws[a-z-]*)?$/, /^(?:e|ec|ecr)?$/, /^[a-z\d-]*$/, /^\d{0,12}$/];

/** Why a text can never match a repository of the registry; null when it may match one. */
function faultOf(text: string, own: OwnRegistry): string | null {
  if (text.includes('${')) return null;
  const wildcard = text.search(/[*?]/);
  const sure = wildcard === -1 ? text : text.slice(0, wildcard);
  const parts = sure.split(':');
  const last = parts.length - 1;
  const isWrong = PARTS.some((part, index) => index < last && !part.test(parts[index] ?? ''));
  const isCutWrongly = wildcard !== -1 && BEGINNINGS[last]?.test(parts[last] ?? '') === false;
  const rest = parts.slice(5).join(':');
  const isRepository = rest.startsWith('repository/') || (wildcard !== -1 && 'repository/'.startsWith(rest));
  if (isWrong || isCutWrongly || (last >= 5 && !isRepository) || (last < 5 && wildcard === -1))
    return 'This is not the ARN of a repository.';
  const account = last >= 5 ? parts[4] : undefined;
  if (own.account !== null && account !== undefined && account !== own.account)
    return `This belongs to account ${account}, but the registry is that of ${own.account}.`;
  const region = last >= 4 ? parts[3] : undefined;
  if (own.region !== null && region !== undefined && region !== own.region)
    return `This is in region ${region}, but the registry is in ${own.region}.`;
  return null;
}

/** True for an ARN that may be of the registry's region. */
function isOf(text: string, { region }: OwnRegistry): boolean {
  const written = text.split(':')[3] ?? '';
  return region !== null && (written === region || /[*?$]/.test(text.split(':').slice(0, 4).join(':')));
}
