import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import { policySourceOf } from '../../ecr/documents/lifecycle/policySource.ts';
import { REPOSITORY_TYPE } from '../../ecr/repository/repositoryBlock.ts';
import { repositoryChain } from '../../ecr/repository/repositoryChain.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import { referencedResource } from '../../module/declarations/referencePaths.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Expression } from '../../syntax/tree/tree.ts';
import { targetsOf } from '../policyTargets.ts';
import type { ImageRepository } from './repositoryOfImage.ts';
import { keyOf } from './repositoryOfImage.ts';
import type { RunningImage } from './runningImages.ts';
import { runningImages } from './runningImages.ts';

/** The images of a policy's repository that resources of the workspace run. */
export function imagesOfPolicy(policy: LifecyclePolicy, scope: RecordingScope): readonly RunningImage[] {
  const modules = new Set([scope.module, scope.root.module, ...scope.environment.modules]);
  scope.ask(({ environment }) => environment.modules.length);
  const all = [...modules].flatMap((module) => scope.ask(() => module.remember(runningImages)));
  if (all.length === 0) return [];
  const isOwn = ownTest(policy, scope);
  return all.filter(({ repository }) => isOwn(repository));
}

/** Tests whether a repository is the policy's: by its name, by its declaring block, or by the call that creates it. */
function ownTest(policy: LifecyclePolicy, scope: RecordingScope): (repository: ImageRepository) => boolean {
  const { owner, instance } = policy;
  const names = new Set(
    targetsOf(policy, scope).flatMap((target) => (target.kind === 'repository' ? [target.name] : [])),
  );
  const fact = policySourceOf(owner)?.fact.names;
  const expression =
    fact !== undefined && 'repository' in fact ? attributeOf(owner.block, fact.repository)?.value : undefined;
  const declared = new Set(
    expression === undefined ? [] : addressesIn(expression, owner, scope).map((address) => keyOf(scope, address)),
  );
  const call = scope.caller === null ? null : keyOf(scope.caller.scope, scope.caller.declaration.address);
  return ({ name, declared: block, call: through }) => {
    if (name !== null && names.size > 0) return names.has(name);
    if (owner.type === 'module' && through === keyOf(scope, owner.address)) return instance === null;
    if (block === null || !declared.has(block) || instance !== null) return false;
    return call === null || call === through;
  };
}

function addressesIn(
  expression: Expression,
  owner: LifecyclePolicy['owner'],
  scope: RecordingScope,
): readonly string[] {
  const address = referencedResource(expression);
  if (address?.startsWith(`${REPOSITORY_TYPE}.`)) return [address];
  const chained = scope.ask((module) => {
    const chain = repositoryChain(owner, expression, module);
    return chain === null || chain.isOpen ? '' : chain.addresses.join(' ');
  });
  return chained === '' ? [] : chained.split(' ');
}
