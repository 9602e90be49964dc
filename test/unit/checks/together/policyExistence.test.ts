import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../support/checkProblems.ts';

const errors = (text: string) => ruleIds(text).filter((found) => found.startsWith('error'));

const SELECTION = 'selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5 }';
const POLICY = `jsonencode({ rules = [{ rulePriority = 1, ${SELECTION}, action = { type = "expire" } }] })`;
const NEGATIVE = POLICY.replace('rulePriority = 1', 'rulePriority = -1');

function policy(expression: string, guard: string, rest = ''): string {
  return `resource "aws_ecr_lifecycle_policy" "p" {\n  ${guard}\n  repository = "app"\n  policy = ${expression}\n}\n${rest}`;
}

function moduleCall(expression: string, guard: string): string {
  return `module "ecr" {\n  source = "terraform-aws-modules/ecr/aws"\n  version = "3.0.0"\n  repository_name = "app"\n  ${guard}\n  repository_lifecycle_policy = ${expression}\n}\n`;
}

describe('a policy of a resource without instances', () => {
  it.each([
    'count = 0',
    'count = length([]) > 0 ? 1 : 0',
    'for_each = {}',
    'for_each = toset([])',
    'lifecycle { enabled = false }',
  ])('is not looked at: %s', (guard) => {
    expect(errors(policy(NEGATIVE, guard))).toEqual([]);
    expect(errors(policy('jsonencode({ rules = [] })', guard))).toEqual([]);
  });

  it.each(['', 'count = 1', 'count = var.some', 'for_each = toset(["a"])', 'lifecycle { enabled = true }'])(
    'is looked at otherwise: %s',
    (guard) => {
      expect(errors(policy(NEGATIVE, guard))).toEqual(['error policy-number-range']);
      expect(errors(policy('""', guard))).toEqual(['error policy-length']);
    },
  );

  it('is that of a module that is told to send none', () => {
    expect(errors(moduleCall(NEGATIVE, 'create_lifecycle_policy = false'))).toEqual([]);
    expect(errors(moduleCall(NEGATIVE, 'create = false'))).toEqual([]);
    expect(errors(moduleCall(NEGATIVE, 'create_lifecycle_policy = true'))).toEqual(['error policy-number-range']);
  });
});

describe('what stands for a missing policy', () => {
  it.each(['""', 'null', '"none"', 'jsonencode({ rules = [] })'])(
    'is not looked at when a count guards it: %s',
    (none) => {
      const either = `var.enabled ? ${POLICY} : ${none}`;
      expect(errors(policy(either, 'count = var.enabled ? 1 : 0'))).toEqual([]);
      expect(errors(policy(either, 'for_each = var.enabled ? toset(["a"]) : toset([])'))).toEqual([]);
      expect(errors(moduleCall(either, 'create_lifecycle_policy = var.enabled'))).toEqual([]);
    },
  );

  it('is reported of when nothing guards it', () => {
    expect(errors(policy(`var.enabled ? ${POLICY} : ""`, ''))).toEqual(['error policy-length']);
  });

  it('leaves the other branch to the checks', () => {
    expect(errors(policy(`var.enabled ? ${NEGATIVE} : ""`, 'count = var.enabled ? 1 : 0'))).toEqual([
      'error policy-number-range',
    ]);
  });
});

describe('a null in a branch that may not be taken', () => {
  const within = (selection: string) =>
    policy(
      `jsonencode({ rules = [{ rulePriority = 1, selection = merge({ tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5 }, ${selection}), action = { type = "expire" } }] })`,
      '',
      'locals {\n  unit = null\n}\n',
    );

  it('is not told of when it comes from elsewhere, as the condition may keep it out', () => {
    expect(errors(within('is_given(local.unit) ? { countUnit = local.unit } : {}'))).toEqual([]);
    expect(errors(within('length(coalesce(local.unit, [])) > 0 ? { countUnit = local.unit } : {}'))).toEqual([]);
  });

  it('is reported of when the branch spells it, or it is sure to be sent', () => {
    expect(errors(within('var.by_age ? { countUnit = null } : {}'))).toEqual(['error policy-null-value']);
    expect(errors(within('{ countUnit = local.unit }'))).toEqual(['error policy-null-value']);
  });
});
