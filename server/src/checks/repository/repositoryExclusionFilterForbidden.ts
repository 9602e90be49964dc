import type { Fix } from '../../ecr/edits/change.ts';
import { EXCLUSION_SUFFIX, mutabilityOf } from '../../ecr/repository/mutability.ts';
import type { Repository } from '../../ecr/repository/repositoryBlock.ts';
import type { RepositoryCheck } from '../check.ts';

export const repositoryExclusionFilterForbidden: RepositoryCheck = {
  subject: 'repository',
  id: 'repository-exclusion-filter-forbidden',
  title: 'Exclusion filter without a *_WITH_EXCLUSION mutability',
  severity: 'error',
  *check(repository) {
    const [filter] = repository.filters.sure;
    const value = mutabilityOf(repository);
    if (filter === undefined || value === null || value.endsWith(EXCLUSION_SUFFIX)) return;
    const state = value === 'unset' ? 'unset (MUTABLE)' : value;
    // The provider checks the two together only for repositories.
    const refusal = repository.isRepository
      ? `the plan fails ("can only be used when image_tag_mutability is set to IMMUTABLE_WITH_EXCLUSION or MUTABLE_WITH_EXCLUSION")`
      : 'the plan accepts the filter, but AWS refuses it at apply';
    yield {
      place: filter.header,
      message: `image_tag_mutability is ${state}, which has no exclusions; ${refusal}.`,
      fixes: [...addSuffix(repository, value), ...removeFilters(repository)],
    };
  },
};

function addSuffix({ declaration }: Repository, value: string): Fix[] {
  const bases = value === 'unset' ? ['IMMUTABLE', 'MUTABLE'] : [value];
  return bases.map((base) => {
    const mutability = `${base}${EXCLUSION_SUFFIX}`;
    const term = { kind: 'literal', value: mutability } as const;
    return {
      title: `Set image_tag_mutability to ${mutability}`,
      kind: 'choice',
      changes: [{ kind: 'set-argument', declaration, name: 'image_tag_mutability', term }],
    };
  });
}

function removeFilters({ declaration, exclusionFilters, mayHaveMoreFilters }: Repository): Fix[] {
  if (mayHaveMoreFilters) return [];
  return [
    {
      title: exclusionFilters.length === 1 ? 'Remove the exclusion filter' : 'Remove the exclusion filters',
      kind: 'choice',
      changes: exclusionFilters.map((block) => ({ kind: 'remove-nested-block', declaration, block })),
    },
  ];
}
