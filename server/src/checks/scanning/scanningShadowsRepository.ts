import { isSameRegistry } from '../../ecr/registry/home.ts';
import { registryScanning, scanningRuleFor } from '../../ecr/registry/registryScanning.ts';
import { ignoresChangesOf } from '../../ecr/repository/ignoredChanges.ts';
import { readScanning, SCAN_ARGUMENT } from '../../ecr/repository/scanning.ts';
import { SCANNING_BLOCK } from '../../facts/repository/repositoryArguments.ts';
import type { RepositoryCheck } from '../check.ts';

export const scanningShadowsRepository: RepositoryCheck = {
  subject: 'repository',
  id: 'scanning-shadows-repository',
  title: "The registry's scanning configuration overrides scan_on_push",
  severity: 'hint',
  *check(repository, scope) {
    const { declaration, isRepository, damaged, name } = repository;
    if (!isRepository || damaged || ignoresChangesOf(repository, SCANNING_BLOCK.name)) return;
    const scanning = readScanning(repository, scope);
    if (scanning === null || scanning === 'unset' || scanning.kind !== 'boolean') return;
    const text = name?.value.kind === 'string' ? name.value.value : null;
    for (const registry of scope.ask((module) => module.remember(registryScanning))) {
      const rule = registry.open ? null : scanningRuleFor(text, registry);
      if (rule === null || !isSameRegistry(registry.declaration, declaration)) continue;
      yield {
        place: scanning.place,
        message: `${SCAN_ARGUMENT} does nothing here: ${registry.declaration.address} sets ${rule.frequency} for this repository, and the registry's configuration takes precedence.`,
        related: [{ place: rule.place, message: 'The rule of the registry' }],
      };
      return;
    }
  },
};
