import { describe, expect, it } from 'vitest';
import { checkOnly, fix, ruleIdsOnly } from '../../support/checkProblems.ts';
import { HEADER, IMMUTABLE, repository, SCANNED } from '../support/postureRepositories.ts';

const ID = 'repository-mutable-tags';

const mutability = (value: string) => IMMUTABLE.replace('"IMMUTABLE"', value) + SCANNED;

describe(ID, () => {
  it('is reported at the value, or on the header where there is none', () => {
    checkOnly(ID, repository(mutability(`"MUTABLE"\n${' '.repeat(25)}^^^^^^^^^ hint repository-mutable-tags`)));
    checkOnly(ID, repository(mutability(`null\n${' '.repeat(25)}^^^^ hint repository-mutable-tags`)));
    checkOnly(ID, repository(`${HEADER} hint repository-mutable-tags\n  name = "app"\n${SCANNED}`));
  });

  it.each([
    ['IMMUTABLE', mutability('"IMMUTABLE"')],
    ['a variable', mutability('var.mutability')],
    ['a conditional', mutability('var.move ? "MUTABLE" : "IMMUTABLE"')],
    [
      'exclusions',
      `${mutability('"MUTABLE_WITH_EXCLUSION"')}  image_tag_mutability_exclusion_filter {\n    filter      = "v*"\n    filter_type = "WILDCARD"\n  }\n`,
    ],
  ])('says nothing of %s', (_, body) => {
    expect(ruleIdsOnly(ID, repository(body))).toEqual([]);
  });

  it('says nothing of a creation template, and while the block is being typed', () => {
    expect(
      ruleIdsOnly(
        ID,
        'resource "aws_ecr_repository_creation_template" "t" {\n  prefix      = "p"\n  applied_for = ["REPLICATION"]\n}\n',
      ),
    ).toEqual([]);
    expect(ruleIdsOnly(ID, repository(`  name = "app"\n  image_tag_mutability = \n${SCANNED}`))).toEqual([]);
  });

  it('makes tags immutable, with or without an exclusion', () => {
    expect(fix(repository(`  name = "app"\n${SCANNED}`), 'Set image_tag_mutability to IMMUTABLE')).toBe(
      repository(IMMUTABLE + SCANNED),
    );
    expect(
      fix(repository(mutability('"MUTABLE"')), 'Make tags immutable except latest* (IMMUTABLE_WITH_EXCLUSION)'),
    ).toBe(
      repository(
        `${mutability('"IMMUTABLE_WITH_EXCLUSION"')}\n  image_tag_mutability_exclusion_filter {\n    filter      = "latest*"\n    filter_type = "WILDCARD"\n  }\n`,
      ),
    );
  });
});
