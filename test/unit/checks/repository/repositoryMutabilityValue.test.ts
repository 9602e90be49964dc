import { describe, expect, it } from 'vitest';
import { checkOnly, fix, fixModule, fixTitlesOnly, ruleIdsOnly } from '../../support/checkProblems.ts';
import { mutability, repository } from '../support/taggedRepositories.ts';

const ID = 'repository-mutability-value';

describe(ID, () => {
  it('is reported at the value', () => {
    checkOnly(
      ID,
      repository(
        `${mutability('"immutable"')}                         ^^^^^^^^^^^ error repository-mutability-value in upper case\n`,
      ),
    );
    checkOnly(ID, repository(mutability('"IMMUTABLE"')));
    checkOnly(ID, repository(mutability('var.mutability')));
    expect(ruleIdsOnly(ID, repository(mutability('null')))).not.toContain('error repository-mutability-value');
    checkOnly(ID, {
      'a.tf': 'locals {\n  mutability = "IMMUTIBLE"\n               ^^^^^^^^^^^ error repository-mutability-value\n}\n',
      'b.tf': repository(mutability('local.mutability')),
    });
  });

  it('is mended where the value stands', () => {
    const files = (value: string) => ({
      'a.tf': `locals {\n  mutability = "${value}"\n}\n`,
      'b.tf': repository(mutability('local.mutability')),
    });
    expect(fixModule(files('IMMUTIBLE'), 'Change it to IMMUTABLE')).toEqual(files('IMMUTABLE'));
  });

  it('corrects what is near, else offers what fits the filters', () => {
    expect(fix(repository(mutability('"immutable"')), 'Change it to IMMUTABLE')).toBe(
      repository(mutability('"IMMUTABLE"')),
    );
    expect(fixTitlesOnly(ID, repository(mutability('"LOCKED"')))).toEqual([
      'choice: Change it to MUTABLE',
      'choice: Change it to IMMUTABLE',
    ]);
  });

  it('looks at creation templates too', () => {
    checkOnly(
      ID,
      `resource "aws_ecr_repository_creation_template" "t" {
  prefix               = "team"
  applied_for          = ["PULL_THROUGH_CACHE"]
  image_tag_mutability = "FROZEN"
                         ^^^^^^^^ error repository-mutability-value
}
`,
    );
  });
});
