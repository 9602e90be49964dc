import { attributeOf } from '../../../../module/declarations/declarations.ts';
import { referencedResource } from '../../../../module/declarations/referencePaths.ts';
import type { RecordingScope } from '../../../../module/tracking/recordingScope.ts';
import { REPOSITORY_TYPE, readRepository } from '../../../repository/repositoryBlock.ts';
import { repositoryChain } from '../../../repository/repositoryChain.ts';
import type { LifecyclePolicy } from '../policy.ts';
import { hasAllRules } from '../policy.ts';
import type { ClaimingRule } from './claimingRules.ts';
import { claimOf } from './claimingRules.ts';

/** The claims of all rules of a policy, or null when a rule or its claim is unknown. */
export function allClaims(
  policy: LifecyclePolicy,
): readonly Pick<ClaimingRule, 'requirement' | 'storageClass'>[] | null {
  if (policy.damaged || policy.isBranch || !hasAllRules(policy)) return null;
  const claims = policy.rules.map(claimOf);
  const known = claims.filter((claim) => claim !== null);
  return known.length === claims.length && known.length > 0 ? known : null;
}

/** True for a policy that only selects untagged images, in a repository whose tags never move. */
export function isUntaggedOnlyOfImmutable(policy: LifecyclePolicy, scope: RecordingScope): boolean {
  const claims = allClaims(policy);
  if (claims === null || !claims.every(({ requirement }) => requirement.kind === 'untagged')) return false;
  const addresses = targetsOf(policy, scope);
  return addresses.length > 0 && addresses.every((address) => isImmutable(address, scope));
}

/** The repositories that a policy applies to, if the text names all of them. */
function targetsOf({ owner }: LifecyclePolicy, scope: RecordingScope): readonly string[] {
  const target = attributeOf(owner.block, 'repository')?.value;
  if (target === undefined) return [];
  const address = referencedResource(target);
  if (address?.startsWith(`${REPOSITORY_TYPE}.`)) return [address];
  const chained = scope.ask((module) => {
    const chain = repositoryChain(owner, target, module);
    return chain === null || chain.isOpen ? '' : chain.addresses.join(' ');
  });
  return chained === '' ? [] : chained.split(' ');
}

function isImmutable(address: string, scope: RecordingScope): boolean {
  const declaration = scope.block(address);
  const mutability = declaration && readRepository(declaration, scope)?.mutability?.value;
  return mutability?.kind === 'string' && mutability.value === 'IMMUTABLE';
}
