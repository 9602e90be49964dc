import { describe, expect, it } from 'vitest';
import { checkOnly, fix } from '../../support/checkProblems.ts';
import { FILTER, mutability, repository } from '../support/taggedRepositories.ts';

const ID = 'repository-exclusion-filter-forbidden';

describe(ID, () => {
  const marked = FILTER.replace('{\n', `{\n  ${'^'.repeat(37)} error repository-exclusion-filter-forbidden\n`);

  it('is reported at the block', () => {
    checkOnly(ID, repository(mutability('"MUTABLE"') + marked));
    checkOnly(ID, repository(marked));
    checkOnly(ID, repository(mutability('var.mutability') + FILTER));
    checkOnly(ID, repository(mutability('"frozen"') + FILTER));
  });

  it('sets the suffix, or takes the filters out', () => {
    expect(
      fix(repository(mutability('"MUTABLE"') + FILTER), 'Set image_tag_mutability to MUTABLE_WITH_EXCLUSION'),
    ).toBe(repository(mutability('"MUTABLE_WITH_EXCLUSION"') + FILTER));
    expect(fix(repository(FILTER), 'Set image_tag_mutability to IMMUTABLE_WITH_EXCLUSION')).toBe(
      repository(mutability('"IMMUTABLE_WITH_EXCLUSION"') + FILTER),
    );
    expect(fix(repository(mutability('"IMMUTABLE"') + FILTER), 'Remove the exclusion filter')).toBe(
      repository(mutability('"IMMUTABLE"')),
    );
  });
});

describe('an exclusion filter beside a mutability without exclusion', () => {
  const FILTER = `  image_tag_mutability = "MUTABLE"
  image_tag_mutability_exclusion_filter {
    filter      = "latest*"
    filter_type = "WILDCARD"
  }
`;
  const CARETS =
    '  image_tag_mutability_exclusion_filter {\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error repository-exclusion-filter-forbidden';

  it('is refused by AWS in a template', () => {
    const filter = FILTER.replace('  image_tag_mutability_exclusion_filter {', `${CARETS} AWS refuses it at apply`);
    checkOnly(
      ID,
      `resource "aws_ecr_repository_creation_template" "t" {\n  prefix      = "team"\n  applied_for = ["REPLICATION"]\n${filter}}\n`,
    );
  });
});
