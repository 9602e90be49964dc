import { describe, expect, it } from 'vitest';
import { checkOnly, fix, ruleIdsOnly } from '../../support/checkProblems.ts';
import { FILTER, mutability, repository } from '../support/taggedRepositories.ts';

const ID = 'repository-exclusion-filter-missing';

describe(ID, () => {
  it('is reported at the value that demands it', () => {
    checkOnly(
      ID,
      repository(
        `${mutability('"IMMUTABLE_WITH_EXCLUSION"')}                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ error repository-exclusion-filter-missing\n`,
      ),
    );
    checkOnly(ID, repository(mutability('"IMMUTABLE_WITH_EXCLUSION"') + FILTER));
    checkOnly(
      ID,
      repository(
        `${mutability('"IMMUTABLE_WITH_EXCLUSION"')}\n  dynamic "image_tag_mutability_exclusion_filter" {\n    for_each = var.filters\n    content {}\n  }\n`,
      ),
    );
    expect(ruleIdsOnly(ID, repository(`${mutability('"IMMUTABLE_WITH_EXCLUSION"')}  force_delete = \n`))).not.toContain(
      'error repository-exclusion-filter-missing',
    );
  });

  it('adds a block or drops the suffix', () => {
    const text = repository(mutability('"IMMUTABLE_WITH_EXCLUSION"'));
    expect(fix(text, 'Add an exclusion filter for tags that start with latest')).toBe(
      repository(mutability('"IMMUTABLE_WITH_EXCLUSION"') + FILTER),
    );
    expect(fix(text, 'Change image_tag_mutability to IMMUTABLE')).toBe(repository(mutability('"IMMUTABLE"')));
  });
});
