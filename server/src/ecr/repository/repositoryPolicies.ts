import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import type { PolicyCoverage } from './policyCoverage.ts';
import { accessCoverage, policyCoverage } from './policyCoverage.ts';
import type { Repository } from './repositoryBlock.ts';

/** A module's policies of one kind for one repository. */
export interface RepositoryPolicies {
  /** The resources that apply to it, in text order. */
  readonly policies: readonly BlockDeclaration[];
  /** True when there may be others: a name is unknown, or a call mentions the repository. */
  readonly mayHaveMore: boolean;
}

/** The lifecycle policies of a module for a repository, by its address or name. */
export function repositoryPolicies(repository: Repository, module: Module): RepositoryPolicies {
  return policiesIn(module.remember(policyCoverage), repository);
}

/** The access policies of a module for a repository. */
export function repositoryAccessPolicies(repository: Repository, module: Module): RepositoryPolicies {
  return policiesIn(module.remember(accessCoverage), repository);
}

function policiesIn(
  { addresses, names, isUncertain }: PolicyCoverage,
  { declaration, name }: Repository,
): RepositoryPolicies {
  const byAddress = addresses.get(declaration.address) ?? [];
  const written = name?.value.kind === 'string' ? name.value.value : null;
  const byName = written === null ? [] : (names.get(written) ?? []);
  const isNameOpen = name !== null && written === null && names.size > 0;
  // A call that mentions a repository may do anything with it.
  const policies = [...byAddress, ...byName].filter(({ type }) => type === 'resource');
  return { policies, mayHaveMore: isUncertain || isNameOpen || byAddress.some(({ type }) => type !== 'resource') };
}
