import { describe, it } from 'vitest';
import { checkOnly } from '../../support/checkProblems.ts';

const ID = 'conditional-types';

const policyWith = (rule: string) => `
variable "strict" {
  type = bool
}

variable "rule" {}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = "team/app"
  policy = jsonencode({ rules = [
    ${rule}
  ] })
}
`;

describe(ID, () => {
  it('is reported at the question mark of branches without a type in common', () => {
    checkOnly(
      ID,
      policyWith(`merge({ rulePriority = 1 }, var.strict ? { selection = { tagStatus = "any" }, description = "all" } : {})
                                           ^ error conditional-types Inconsistent conditional result types`),
    );
  });

  it.each([
    'var.strict ? { description = "all" } : { description = "few" }',
    'merge({ rulePriority = 1 }, var.strict ? { description = "all" } : null)',
    'var.strict ? { description = "all" } : var.rule',
    'var.strict ? var.rule : {}',
    // Both become maps of strings.
    'merge({ rulePriority = 1 }, var.strict ? { description = "all" } : {})',
  ])('says nothing of branches that have one, or of which one is unknown: %s', (rule) => {
    checkOnly(ID, policyWith(rule));
  });

  it.each([
    ['list(object({ name = string }))', 'var.v.name'],
    ['set(object({ name = string }))', 'var.v.name'],
    ['list(list(string))', 'var.v.name'],
    ['map(list(object({ name = string })))', 'var.v["a"].name'],
    ['object({ names = list(list(string)) })', 'var.v.names.first'],
    ['list(list(list(string)))', 'var.v[0].name'],
    ['set(list(string))', 'var.v.name'],
    ['tuple([list(string)])', 'var.v.name'],
  ])('says nothing of an attribute that a %s lacks, in a branch that may not be taken: %s', (type, value) => {
    checkOnly(
      ID,
      `variable "on" {\n  type = bool\n}\nvariable "v" {\n  type = ${type}\n}\nresource "aws_ecr_repository" "app" {\n  name = var.on ? ${value} : "app"\n}\n`,
    );
  });
});
