import type { Capability } from '../../ecr/documents/access/decision/capabilities.ts';
import { assumedAccessPolicies } from '../../ecr/documents/access/namedAccessPolicies.ts';
import { shortAnswer } from '../../ecr/documents/access/words/shortWords.ts';
import { existenceOf } from '../../ecr/documents/blockExistence.ts';
import { assumedPolicies } from '../../ecr/documents/lifecycle/assumedPolicies.ts';
import { ruleClause } from '../../ecr/documents/lifecycle/words/ruleSentence.ts';
import { mutabilityOf } from '../../ecr/repository/mutability.ts';
import type { Repository } from '../../ecr/repository/repositoryBlock.ts';
import { readRepository } from '../../ecr/repository/repositoryBlock.ts';
import type { RepositoryPolicies } from '../../ecr/repository/repositoryPolicies.ts';
import { repositoryAccessPolicies, repositoryPolicies } from '../../ecr/repository/repositoryPolicies.ts';
import { mayBeScannedByRegistry, readScanning } from '../../ecr/repository/scanning.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { simulatedRulesOf } from '../../simulate/input/readRules.ts';
import type { Place } from '../../syntax/tree/place.ts';
import { placeOf } from '../../syntax/tree/place.ts';

/** An overview of a module's repository. Null means unknown. */
export interface ListedRepository {
  readonly address: string;
  readonly name: string | null;
  /** Its block, from its type to its end. */
  readonly place: Place;
  /** Its policies' blocks, of either kind. */
  readonly policies: readonly BlockDeclaration[];
  /** What its lifecycle policy does, or `none`. */
  readonly lifecycle: string | null;
  readonly tagMutability: string | null;
  readonly scanning: 'on push' | 'off' | 'by the registry' | null;
  /** Who may pull by its policy; only its own account when it has none. */
  readonly pull: string | null;
  readonly push: string | null;
}

/**
 * The repositories that a module declares, and those that it makes by calling modules that are not part of the workspace,
 * in the order of files and text.
 */
export function listRepositories(module: Module): readonly ListedRepository[] {
  const scope = new RecordingScope(module);
  return module.allBlocks().flatMap((declaration) => {
    if (declaration.type === 'module') return isListedByCaller(module) ? [] : calledRepositories(declaration, scope);
    const repository = readRepository(declaration, scope);
    return repository?.isRepository === true ? [listed(repository, scope)] : [];
  });
}

/** True for a module whose caller is listed too, and knows its inputs. */
function isListedByCaller({ environment, directory }: Module): boolean {
  return environment.isCalled(directory);
}

/** The repositories that a call makes, each with the call's address and place. */
function calledRepositories(call: BlockDeclaration, scope: RecordingScope): readonly ListedRepository[] {
  const place = placeOf(call.source, call.block);
  const editions = scope.directoriesOf(call).map((_, edition) => repositoriesBehind(call, scope, edition));
  const [newest = [], ...others] = editions;
  return newest.map((repository) => {
    const same = others.map((edition) => edition.find(({ address }) => address === repository.address));
    return { ...same.reduce<ListedRepository>(agreed, repository), place, policies: [] };
  });
}

/** What all releases that a call allows agree on. */
function agreed(one: ListedRepository, other: ListedRepository | undefined): ListedRepository {
  const same = <K extends keyof ListedRepository>(key: K) => (one[key] === other?.[key] ? one[key] : null);
  const { address, place, policies } = one;
  return {
    address,
    place,
    policies,
    name: same('name'),
    lifecycle: same('lifecycle'),
    tagMutability: same('tagMutability'),
    scanning: same('scanning'),
    pull: same('pull'),
    push: same('push'),
  };
}

function repositoriesBehind(
  call: BlockDeclaration,
  scope: RecordingScope,
  edition: number,
  prefix = '',
): readonly ListedRepository[] {
  const inner = scope.through(call, new Evaluator(scope, { assumeDefaults: true }), edition);
  if (inner === null || existenceOf(call, [], scope) === 'never') return [];
  const isOwn = scope.module.environment.modules.includes(inner.module);
  const within = `${prefix}${call.address}.`;
  return inner.module.allBlocks().flatMap((declaration) => {
    if (declaration.type === 'module') return repositoriesBehind(declaration, inner, 0, within);
    const repository =
      isOwn || existenceOf(declaration, [], inner) === 'never' ? null : readRepository(declaration, inner);
    if (repository?.isRepository !== true) return [];
    return [{ ...listed(repository, inner), address: `${within}${declaration.address}` }];
  });
}

function listed(repository: Repository, scope: RecordingScope): ListedRepository {
  const { declaration, name } = repository;
  const lifecycle = existing(repositoryPolicies(repository, scope.module), scope);
  const access = existing(repositoryAccessPolicies(repository, scope.module), scope);
  const mutability = mutabilityOf(repository);
  return {
    address: declaration.address,
    name: name?.value.kind === 'string' ? name.value.value : null,
    place: placeOf(declaration.source, declaration.block),
    policies: [...lifecycle.policies, ...access.policies],
    lifecycle: lifecycleOf(lifecycle, repository, scope),
    tagMutability: mutability === 'unset' ? 'MUTABLE' : mutability,
    scanning: scanningOf(repository, scope),
    pull: accessOf(access, 'pull', repository, scope),
    push: accessOf(access, 'push', repository, scope),
  };
}

/** The policies without those that a call or a constant switches off. */
function existing({ policies, mayHaveMore }: RepositoryPolicies, scope: RecordingScope): RepositoryPolicies {
  return { policies: policies.filter((policy) => existenceOf(policy, [], scope) !== 'never'), mayHaveMore };
}

function lifecycleOf(
  { policies, mayHaveMore }: RepositoryPolicies,
  { damaged }: Repository,
  scope: RecordingScope,
): string | null {
  const [policy, ...others] = policies;
  if (policy === undefined) return mayHaveMore || damaged ? null : 'none';
  const [assumed, ...instances] = others.length > 0 ? [] : assumedPolicies(policy, scope);
  if (assumed === undefined || instances.length > 0) return null;
  const read = simulatedRulesOf(assumed.policy);
  if (read.kind === 'obstacles') return null;
  return read.rules.map((rule) => ruleClause(rule, read.rules)).join('; ');
}

function scanningOf(repository: Repository, scope: RecordingScope): ListedRepository['scanning'] {
  const exists = (block: BlockDeclaration) => existenceOf(block, [], scope) !== 'never';
  if (mayBeScannedByRegistry(repository, scope.module, exists)) return 'by the registry';
  const value = readScanning(repository, scope);
  if (value === 'unset') return repository.damaged ? null : 'off';
  if (value?.kind !== 'boolean') return null;
  return value.value ? 'on push' : 'off';
}

function accessOf(
  { policies, mayHaveMore }: RepositoryPolicies,
  id: Capability['id'],
  { damaged }: Repository,
  scope: RecordingScope,
): string | null {
  const [policy, ...others] = policies;
  if (policy === undefined) return mayHaveMore || damaged ? null : 'own account';
  const [assumed, ...instances] = others.length > 0 ? [] : assumedAccessPolicies(policy, scope);
  if (assumed === undefined || instances.length > 0) return null;
  const { access } = assumed;
  if (access.statements.length === 0 && !access.isWhole) return null;
  return shortAnswer(access, id);
}
