import { writeChanges } from '../../../ecr/edits/writeChange.ts';
import { isMisspelt } from '../../../ecr/repository/misspelt.ts';
import { EXCLUDE_LATEST, excludeLatestChanges, mutabilityOf } from '../../../ecr/repository/mutability.ts';
import type { Repository } from '../../../ecr/repository/repositoryBlock.ts';
import { readRepository } from '../../../ecr/repository/repositoryBlock.ts';
import { ARGUMENT_FEATURES } from '../../../facts/provider/providerFeatures.ts';
import { beginningOf } from '../../../syntax/tree/bodies.ts';
import { isTooOldFor } from '../providerSupport.ts';
import type { Offer, Refactoring } from '../refactoring.ts';
import { offered, refused } from '../refactoring.ts';
import type { RefactoringTarget } from '../refactoringTarget.ts';

const STATE = 'IMMUTABLE_WITH_EXCLUSION';

/** Makes the tags of a repository immutable, except those that start with `latest`. */
export const excludeLatest: Refactoring = {
  id: 'exclude-latest',
  kind: 'refactor.rewrite',
  offers(target) {
    const { declaration, module } = target;
    const repository = declaration && module && readRepository(declaration, module.scope);
    if (!repository || !isPointedAt(target, repository) || !mayBecomeImmutable(repository)) return [];
    return [exclude(target, repository)];
  },
};

function isPointedAt(target: RefactoringTarget, { declaration, mutability }: Repository): boolean {
  return (
    target.touches(beginningOf(declaration.block)) || (mutability !== null && target.touches(mutability.attribute))
  );
}

function mayBecomeImmutable(repository: Repository): boolean {
  const { isRepository, exclusionFilters, mayHaveMoreFilters, mutability } = repository;
  const state = mutabilityOf(repository);
  if (!isRepository || exclusionFilters.length > 0 || mayHaveMoreFilters) return false;
  if (mutability === null && isMisspelt(repository, 'image_tag_mutability')) return false;
  return state === 'unset' || state === 'MUTABLE';
}

function exclude({ module }: RefactoringTarget, { declaration, mutability }: Repository): Offer {
  const written = mutability?.attribute.value;
  if (written !== undefined && written !== mutability?.value.expression)
    return refused(EXCLUDE_LATEST, 'image_tag_mutability is given by a reference, which would be lost.');
  const feature = ARGUMENT_FEATURES.find(({ values }) => values?.includes(STATE));
  if (module !== null && feature !== undefined && isTooOldFor(feature.since, declaration, module.scope))
    return refused(EXCLUDE_LATEST, `It needs AWS provider ${feature.since}, which the module does not admit.`);
  const edits = writeChanges(excludeLatestChanges(declaration));
  return edits === null
    ? refused(EXCLUDE_LATEST, 'The block is on one line, which leaves no room for another block.')
    : offered(EXCLUDE_LATEST, () => edits);
}
