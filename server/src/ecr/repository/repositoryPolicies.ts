import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import { policyCoverage } from './policyCoverage.ts';
import type { Repository } from './repositoryBlock.ts';

/** What a module has of lifecycle policies for one repository. */
export interface RepositoryPolicies {
  /** The resources that are for it, in text order. */
  readonly policies: readonly BlockDeclaration[];
  /** True where the text does not tell whether there are more: a name is not known, or a call mentions the repository. */
  readonly mayHaveMore: boolean;
}

/** The lifecycle policies of a module that are for a repository, by its address or by its name. */
export function repositoryPolicies({ declaration, name }: Repository, module: Module): RepositoryPolicies {
  const { addresses, names, isUncertain } = module.remember(policyCoverage);
  const byAddress = addresses.get(declaration.address) ?? [];
  const written = name?.value.kind === 'string' ? name.value.value : null;
  const byName = written === null ? [] : (names.get(written) ?? []);
  const isNameOpen = name !== null && written === null && names.size > 0;
  // A call that mentions a repository may do anything with it.
  const policies = [...byAddress, ...byName].filter(({ type }) => type === 'resource');
  return { policies, mayHaveMore: isUncertain || isNameOpen || byAddress.some(({ type }) => type !== 'resource') };
}
