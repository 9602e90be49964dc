import { attributeOf } from '../../../../module/declarations/declarations.ts';
import { referencedResource } from '../../../../module/declarations/referencePaths.ts';
import type { RecordingScope } from '../../../../module/tracking/recordingScope.ts';
import { REPOSITORY_TYPE, readRepository } from '../../../repository/repositoryBlock.ts';
import type { LifecyclePolicy } from '../policy.ts';
import { hasAllRules } from '../policy.ts';
import type { ClaimingRule } from './claimingRules.ts';
import { claimOf } from './claimingRules.ts';

/** What every rule of a policy claims, or null when some rule, or what it claims, is not known. */
export function allClaims(
  policy: LifecyclePolicy,
): readonly Pick<ClaimingRule, 'requirement' | 'storageClass'>[] | null {
  if (policy.damaged || policy.isBranch || !hasAllRules(policy)) return null;
  const claims = policy.rules.map(claimOf);
  const known = claims.filter((claim) => claim !== null);
  return known.length === claims.length && known.length > 0 ? known : null;
}

/** True for a policy that only selects untagged images of a repository whose tags never move. */
export function isUntaggedOnlyOfImmutable(policy: LifecyclePolicy, scope: RecordingScope): boolean {
  const claims = allClaims(policy);
  if (claims === null || !claims.every(({ requirement }) => requirement.kind === 'untagged')) return false;
  const target = attributeOf(policy.owner.block, 'repository')?.value;
  const address = target === undefined ? null : referencedResource(target);
  const declaration = address?.startsWith(`${REPOSITORY_TYPE}.`) ? scope.block(address) : null;
  const mutability = declaration && readRepository(declaration, scope)?.mutability?.value;
  return mutability?.kind === 'string' && mutability.value === 'IMMUTABLE';
}
