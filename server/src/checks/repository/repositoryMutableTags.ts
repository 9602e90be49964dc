import type { Fix } from '../../ecr/edits/change.ts';
import { headerOf } from '../../ecr/header.ts';
import { isAcceptedByScanner } from '../../ecr/repository/acceptedByScanner.ts';
import { ignoresChangesOf } from '../../ecr/repository/ignoredChanges.ts';
import { isMisspelt } from '../../ecr/repository/misspelt.ts';
import { EXCLUDE_LATEST, excludeLatestChanges, mutabilityOf } from '../../ecr/repository/mutability.ts';
import type { Repository } from '../../ecr/repository/repositoryBlock.ts';
import type { RepositoryCheck } from '../check.ts';

/** States in which every tag can be overwritten. */
const MUTABLE_STATES = ['unset', 'MUTABLE'];

export const repositoryMutableTags: RepositoryCheck = {
  subject: 'repository',
  id: 'repository-mutable-tags',
  title: 'Tags can be overwritten',
  severity: 'hint',
  *check(repository) {
    const { declaration, isRepository, mutability, exclusionFilters, mayHaveMoreFilters } = repository;
    const value = mutabilityOf(repository);
    // A pull through cache must follow its source, so creation templates are not checked.
    if (!isRepository || value === null || !MUTABLE_STATES.includes(value)) return;
    if (ignoresChangesOf(repository, 'image_tag_mutability')) return;
    if (isAcceptedByScanner(declaration, 'mutable-tags')) return;
    if (mutability === null && isMisspelt(repository, 'image_tag_mutability')) return;
    // Filters with these mutabilities are rejected, which another check reports.
    if (exclusionFilters.length > 0 || mayHaveMoreFilters) return;
    yield {
      place: mutability?.value.place ?? headerOf(declaration),
      message:
        'Tags are mutable: anyone who may push can point a tag that is in use at another image. IMMUTABLE refuses that; IMMUTABLE_WITH_EXCLUSION exempts tags such as latest.',
      fixes: [setImmutable(repository), setImmutableWithExclusion(repository)],
    };
  },
};

function setImmutable({ declaration }: Repository): Fix {
  const term = { kind: 'literal', value: 'IMMUTABLE' } as const;
  return {
    title: 'Set image_tag_mutability to IMMUTABLE',
    kind: 'choice',
    changes: [{ kind: 'set-argument', declaration, name: 'image_tag_mutability', term }],
  };
}

function setImmutableWithExclusion({ declaration }: Repository): Fix {
  return { title: EXCLUDE_LATEST, kind: 'choice', changes: excludeLatestChanges(declaration) };
}
