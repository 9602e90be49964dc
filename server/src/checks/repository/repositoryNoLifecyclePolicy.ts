import { headerOf } from '../../ecr/header.ts';
import { policyCoverage } from '../../ecr/repository/policyCoverage.ts';
import { mayMakePolicy } from '../../ecr/repository/policyFromCall.ts';
import { possibleRepetition } from '../../ecr/repository/repetition.ts';
import type { Repository } from '../../ecr/repository/repositoryBlock.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { RepositoryCheck } from '../check.ts';
import { starterFixes } from '../support/starterFixes.ts';

export const repositoryNoLifecyclePolicy: RepositoryCheck = {
  subject: 'repository',
  id: 'repository-no-lifecycle-policy',
  title: 'Repository without a lifecycle policy',
  severity: 'info',
  *check(repository, scope) {
    const { declaration, isRepository, damaged } = repository;
    const label = declaration.block.labels[1];
    if (!isRepository || damaged || !label?.text) return;
    const { repetition, assumptions } = possibleRepetition(repository, scope);
    if (repetition === 'unknown' || repetition === 'none' || mayBeCovered(repository, scope)) return;
    yield {
      place: headerOf(declaration),
      message: `No lifecycle policy in this module is for this repository, so its images are kept, and billed, until someone deletes them. Add a lifecycle policy.${withDefaults(assumptions)}`,
      fixes: starterFixes(declaration, label.text, repetition, scope),
    };
  },
};

function withDefaults(assumptions: readonly string[]): string {
  const names = assumptions.map((name) => `var.${name}`).join(' and ');
  return names === '' ? '' : ` The repository exists with the default of ${names}.`;
}

/** True when a policy is, or may be, for the repository. */
function mayBeCovered({ declaration, name }: Repository, scope: RecordingScope): boolean {
  if (scope.ask((module) => module.remember(policyCoverage).isUncertain)) return true;
  const { address } = declaration;
  const makers = scope.ask((module) => module.remember(policyCoverage).addresses.get(address));
  if (makers?.some((maker) => maker.type !== 'module' || mayMakePolicy(maker, address, scope))) return true;
  if (name === null) return false;
  if (name.value.kind !== 'string') return scope.ask((module) => module.remember(policyCoverage).names.size > 0);
  const { value } = name.value;
  return scope.ask((module) => module.remember(policyCoverage).names.has(value));
}
