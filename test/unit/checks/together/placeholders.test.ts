import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../support/checkProblems.ts';

/** Texts that people write instead of a policy; a guard keeps them from being sent. */
const PLACEHOLDERS = ['""', '"{}"', '"{ }"', 'jsonencode({})', 'jsonencode({ rules = [] })', '"{\\"rules\\":[]}"'];

const GUARDS = [
  'count = var.policy == null ? 0 : 1',
  'count = var.policy != null ? 1 : 0',
  'for_each = var.policy == null ? toset([]) : toset(["one"])',
];

const choices = (placeholder: string) => [
  `var.policy != null ? var.policy : ${placeholder}`,
  `var.policy == null ? ${placeholder} : var.policy`,
  `coalesce(var.policy, ${placeholder})`,
];

function moduleWith(guard: string, policy: string): string {
  return `
variable "policy" {
  type    = string
  default = null
}

resource "aws_ecr_lifecycle_policy" "app" {
  ${guard}
  repository = "team/app"
  policy     = ${policy}
}
`;
}

describe('a placeholder for no policy', () => {
  const guarded = GUARDS.flatMap((guard) =>
    PLACEHOLDERS.flatMap((placeholder) => choices(placeholder).map((policy) => [policy, guard] as const)),
  );

  it.each(guarded)('is no error as %s under %s', (policy, guard) => {
    expect(ruleIds(moduleWith(guard, policy))).toEqual([]);
  });

  it('is an error where nothing may keep it out', () => {
    for (const placeholder of PLACEHOLDERS.filter((text) => text !== '""')) {
      expect(ruleIds(moduleWith('', `var.policy != null ? var.policy : ${placeholder}`))).not.toEqual([]);
      expect(ruleIds(moduleWith('count = 1', placeholder))).not.toEqual([]);
    }
  });

  it('hides no mistake of a policy that is written beside it', () => {
    const wrong = 'jsonencode({ rules = [{ rulePriority = 0 }] })';
    const text = moduleWith('count = var.policy == null ? 0 : 1', `var.policy == null ? "{}" : ${wrong}`);
    expect(ruleIds(text)).toContain('error policy-number-range');
  });
});
