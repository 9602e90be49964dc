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
});
