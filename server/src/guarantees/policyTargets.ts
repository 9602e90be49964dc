import type { LifecyclePolicy } from '../ecr/documents/lifecycle/policy.ts';
import { policySourceOf } from '../ecr/documents/lifecycle/policySource.ts';
import type { Instance } from '../ecr/instances.ts';
import { possibleInstancesOf } from '../ecr/instances.ts';
import { REPOSITORY_TYPE } from '../ecr/repository/repositoryBlock.ts';
import { repositoryChain } from '../ecr/repository/repositoryChain.ts';
import { Evaluator } from '../evaluate/evaluate.ts';
import type { UnknownValue } from '../evaluate/values/value.ts';
import type { BlockDeclaration } from '../module/declarations/declarations.ts';
import { attributeOf } from '../module/declarations/declarations.ts';
import { referencedResource } from '../module/declarations/referencePaths.ts';
import type { RecordingScope } from '../module/tracking/recordingScope.ts';
import { textOf } from '../syntax/tree/place.ts';
import type { Expression } from '../syntax/tree/tree.ts';
import type { PolicyTarget } from './coverage.ts';
import { namesOfRepository, scopeOf, writtenKey } from './repositoryNames.ts';

const UNKNOWN: PolicyTarget = { kind: 'unknown' };

/** The repositories that a policy applies to, as far as their names are known; at least one target. */
export function targetsOf(
  { owner, instance }: Pick<LifecyclePolicy, 'owner' | 'instance'>,
  scope: RecordingScope,
): readonly PolicyTarget[] {
  const names = policySourceOf(owner)?.fact.names;
  if (names === undefined) return [UNKNOWN];
  const expression = attributeOf(owner.block, 'prefix' in names ? names.prefix : names.repository)?.value;
  if (expression === undefined) return [UNKNOWN];
  const found = namesIn(owner, expression, instance, scope);
  const known = [...new Set(found.flatMap((name) => name ?? []))].map(
    (name): PolicyTarget => ('prefix' in names ? { kind: 'below', prefix: name } : { kind: 'repository', name }),
  );
  return found.includes(null) ? [...known, UNKNOWN] : known;
}

/** The values of a name argument in all instances of its block, or in one; null for an unknown one. */
function namesIn(
  owner: BlockDeclaration,
  expression: Expression,
  instance: string | null,
  scope: RecordingScope,
): readonly (string | null)[] {
  const all: readonly Pick<Instance, 'options'>[] = possibleInstancesOf(owner, scope) ?? [{ options: {} }];
  const own = all.filter((one) => instance === null || !('key' in one) || one.key === instance);
  return own.flatMap((one) => {
    const value = new Evaluator(scope, one.options).evaluate({ source: owner.source, expression });
    if (value.kind === 'string') return [value.value];
    if (value.kind !== 'unknown') return [null];
    const key = 'key' in one && typeof one.key === 'string' ? one.key : null;
    return referredNames(owner, expression, value, key, scope);
  });
}

/** The names of the repositories that a reference reaches. */
function referredNames(
  owner: BlockDeclaration,
  expression: Expression,
  value: UnknownValue,
  key: string | null,
  scope: RecordingScope,
): readonly (string | null)[] {
  const reached = referencedResource(value.expression);
  if (reached?.startsWith(`${REPOSITORY_TYPE}.`)) {
    const there = scopeOf(value) ?? scope;
    const declaration = there.block(reached);
    const written = writtenKey(textOf(value.place));
    return declaration === null ? [null] : namesOfRepository(declaration, written ?? key, there);
  }
  const chained = scope.ask((module) => {
    const chain = repositoryChain(owner, expression, module);
    return chain === null || chain.isOpen ? '' : chain.addresses.join(' ');
  });
  if (chained === '') return [null];
  return chained.split(' ').flatMap((address) => {
    const declaration = scope.block(address);
    return declaration === null ? [null] : namesOfRepository(declaration, 'all', scope);
  });
}
