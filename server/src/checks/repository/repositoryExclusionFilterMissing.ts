import type { Fix } from '../../ecr/edits/change.ts';
import { EXCLUSION_SUFFIX, LATEST_FILTER, mutabilityOf } from '../../ecr/repository/mutability.ts';
import type { Repository } from '../../ecr/repository/repositoryBlock.ts';
import type { RepositoryCheck } from '../check.ts';

export const repositoryExclusionFilterMissing: RepositoryCheck = {
  subject: 'repository',
  id: 'repository-exclusion-filter-missing',
  title: '*_WITH_EXCLUSION mutability without an exclusion filter',
  severity: 'error',
  isConsequenceOf: { id: 'module-known-defect', within: 'call' },
  *check(repository) {
    const { mutability, filters, damaged } = repository;
    const value = mutabilityOf(repository);
    if (mutability === null || damaged || !value?.endsWith(EXCLUSION_SUFFIX)) return;
    if (filters.bodies.length > 0 || filters.open) return;
    yield {
      place: mutability.value.place,
      message: `${value} needs at least one image_tag_mutability_exclusion_filter block; the plan accepts it without, but AWS refuses it at apply ("ImageTagMutabilityExclusionFilters can't be null").`,
      fixes: [addFilter(repository), dropSuffix(repository, value)],
    };
  },
};

function addFilter({ declaration }: Repository): Fix {
  return {
    title: 'Add an exclusion filter for tags that start with latest',
    kind: 'choice',
    changes: [{ kind: 'add-nested-block', declaration, block: LATEST_FILTER }],
  };
}

function dropSuffix({ declaration }: Repository, value: string): Fix {
  const plain = value.slice(0, -EXCLUSION_SUFFIX.length);
  const term = { kind: 'literal', value: plain } as const;
  return {
    title: `Change image_tag_mutability to ${plain}`,
    kind: 'choice',
    changes: [{ kind: 'set-argument', declaration, name: 'image_tag_mutability', term }],
  };
}
