import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';
import { call, cloudposse, lgallard } from '../support/moduleCalls.ts';

const ID = 'module-template-deletes';

describe(ID, () => {
  it.each([
    lgallard('lifecycle_policy_template = "production"'),
    lgallard('lifecycle_policy_template = "compliance"'),
    lgallard('lifecycle_policy_template = local.t', '2.1.1', 'locals {\n  t = "production"\n}\n'),
    lgallard('lifecycle_policy_template = "production"', '0.13.0'),
    lgallard('lifecycle_policy_template = "production"\nlifecycle_policy = null'),
    call('github.com/lgallard/terraform-aws-ecr?ref=2.1.1', 'lifecycle_policy_template = "compliance"'),
    lgallard('lifecycle_policy_template = "production"', '>= 1.0'),
    lgallard('lifecycle_policy_template = "production"', ''),
  ])('speaks of what is wrong: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`warning ${ID}`]);
  });

  it.each([
    lgallard('lifecycle_policy_template = "development"'),
    lgallard('lifecycle_policy_template = "cost_optimization"'),
    lgallard('lifecycle_policy_template = var.t'),
    lgallard('lifecycle_policy_template = null'),
    lgallard(''),
    lgallard('lifecycle_policy_template = "production"\nlifecycle_policy = jsonencode({})'),
    lgallard('lifecycle_policy_template = "other"'),
    cloudposse(''),
  ])('is silent on what is right or unknown: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
