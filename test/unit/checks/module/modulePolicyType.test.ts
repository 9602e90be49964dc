import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';
import { call, cloudposse, lgallard, tam, template } from '../support/moduleCalls.ts';

const ID = 'module-policy-type';

describe(ID, () => {
  it.each([
    tam('repository_lifecycle_policy = { rules = [] }'),
    tam('repository_lifecycle_policy = local.policy', '~> 3.0', 'locals {\n  policy = { rules = [] }\n}\n'),
    tam('repository_lifecycle_policy = data.aws_ecr_lifecycle_policy_document.d'),
    tam('repository_policy = { Statement = [] }'),
    tam('registry_policy = [1]'),
    lgallard('lifecycle_policy = { rules = [] }'),
    lgallard('policy = { Statement = [] }'),
    cloudposse('custom_lifecycle_rules = jsonencode([])'),
    cloudposse('custom_lifecycle_rules = "[]"'),
    call('mineiros-io/ecr/aws', 'lifecycle_policy_rules = jsonencode([])'),
    template('lifecycle_policy = { rules = [] }'),
  ])('speaks of what is wrong: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`error ${ID}`]);
  });

  it.each([
    tam('repository_lifecycle_policy = jsonencode({ rules = [] })'),
    tam('repository_lifecycle_policy = data.aws_ecr_lifecycle_policy_document.d.json'),
    tam('repository_lifecycle_policy = var.policy'),
    tam('repository_lifecycle_policy = ""'),
    lgallard('lifecycle_policy = null'),
    cloudposse('custom_lifecycle_rules = []'),
    cloudposse('custom_lifecycle_rules = var.rules'),
    call('mineiros-io/ecr/aws', 'lifecycle_policy_rules = []'),
  ])('is silent on what is right or unknown: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
