import { judgeEach } from '../../ecr/blocks/judgedValues.ts';
import type { Fix } from '../../ecr/edits/change.ts';
import { nearestName } from '../../ecr/nearestName.ts';
import { EXCLUSION_SUFFIX, MUTABILITIES } from '../../ecr/repository/mutability.ts';
import type { Repository } from '../../ecr/repository/repositoryBlock.ts';
import type { Value } from '../../evaluate/values/value.ts';
import type { Finding, RepositoryCheck } from '../check.ts';

export const repositoryMutabilityValue: RepositoryCheck = {
  subject: 'repository',
  id: 'repository-mutability-value',
  title: 'Invalid image_tag_mutability',
  severity: 'error',
  judgesCloudControl: true,
  check(repository) {
    const { mutability } = repository;
    return mutability === null ? [] : judgeEach(mutability.value, (value) => checkValue(repository, value));
  },
};

function* checkValue(repository: Repository, value: Value): Iterable<Finding> {
  if (value.kind !== 'string' || MUTABILITIES.includes(value.value)) return;
  yield {
    place: value.place,
    message: `"${value.value}" is not a valid image_tag_mutability; the provider accepts ${MUTABILITIES.join(', ')}, in upper case.`,
    fixes: fixesFor(repository, value, value.value),
  };
}

function fixesFor(repository: Repository, value: Value, written: string): Fix[] {
  const nearest = nearestName(written, MUTABILITIES);
  if (nearest !== undefined) return [replacement(value, nearest, 'one')];
  const hasFilters = repository.exclusionFilters.length > 0 || repository.mayHaveMoreFilters;
  return MUTABILITIES.filter((mutability) => mutability.endsWith(EXCLUSION_SUFFIX) === hasFilters).map((mutability) =>
    replacement(value, mutability, 'choice'),
  );
}

function replacement({ place, expression }: Value, mutability: string, kind: Fix['kind']): Fix {
  const source = { uri: place.uri, piece: place.piece };
  const term = { kind: 'literal', value: mutability } as const;
  return {
    title: `Change it to ${mutability}`,
    kind,
    changes: [{ kind: 'replace-expression', source, expression, term }],
  };
}
