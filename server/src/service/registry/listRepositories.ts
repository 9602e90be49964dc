import type { Capability } from '../../ecr/documents/access/decision/capabilities.ts';
import { assumedAccessPolicies } from '../../ecr/documents/access/namedAccessPolicies.ts';
import { shortAnswer } from '../../ecr/documents/access/words/shortWords.ts';
import { assumedPolicies } from '../../ecr/documents/lifecycle/assumedPolicies.ts';
import { ruleClause } from '../../ecr/documents/lifecycle/words/ruleSentence.ts';
import { mutabilityOf } from '../../ecr/repository/mutability.ts';
import type { Repository } from '../../ecr/repository/repositoryBlock.ts';
import { readRepository } from '../../ecr/repository/repositoryBlock.ts';
import type { RepositoryPolicies } from '../../ecr/repository/repositoryPolicies.ts';
import { repositoryAccessPolicies, repositoryPolicies } from '../../ecr/repository/repositoryPolicies.ts';
import { mayBeScannedByRegistry, readScanning } from '../../ecr/repository/scanning.ts';
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

/** The repositories that a module declares, in the order of files and text. */
export function listRepositories(module: Module): readonly ListedRepository[] {
  const scope = new RecordingScope(module);
  return module.allBlocks().flatMap((declaration) => {
    const repository = readRepository(declaration, scope);
    return repository?.isRepository === true ? [listed(repository, scope)] : [];
  });
}

function listed(repository: Repository, scope: RecordingScope): ListedRepository {
  const { declaration, name } = repository;
  const lifecycle = repositoryPolicies(repository, scope.module);
  const access = repositoryAccessPolicies(repository, scope.module);
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
  if (mayBeScannedByRegistry(repository, scope.module)) return 'by the registry';
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
