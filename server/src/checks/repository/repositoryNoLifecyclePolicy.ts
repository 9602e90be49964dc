import { headerOf } from '../../ecr/header.ts';
import { policyCoverage } from '../../ecr/repository/policyCoverage.ts';
import { repetitionOf } from '../../ecr/repository/repetition.ts';
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
    const repetition = repetitionOf(repository, scope);
    if (repetition === 'unknown' || repetition === 'none' || mayBeCovered(repository, scope)) return;
    yield {
      place: headerOf(declaration),
      message:
        'No lifecycle policy in this module is for this repository, so its images are kept, and billed, until someone deletes them. Add a lifecycle policy.',
      fixes: starterFixes(declaration, label.text, repetition, scope),
    };
  },
};

/** True when a policy is, or may be, for the repository. */
function mayBeCovered({ declaration, name }: Repository, scope: RecordingScope): boolean {
  if (scope.ask((module) => module.remember(policyCoverage).isUncertain)) return true;
  if (scope.ask((module) => module.remember(policyCoverage).addresses.has(declaration.address))) return true;
  if (name === null) return false;
  if (name.value.kind !== 'string') return scope.ask((module) => module.remember(policyCoverage).names.size > 0);
  const { value } = name.value;
  return scope.ask((module) => module.remember(policyCoverage).names.has(value));
}
