import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';
import { CUSTOM, call, cloudposse, lgallard, tam } from '../support/moduleCalls.ts';

const ID = 'module-known-defect';

describe(ID, () => {
  it.each([
    ['warning', cloudposse(CUSTOM, '1.0.1')],
    ['hint', cloudposse(CUSTOM, '~> 1.0')],
    ['hint', cloudposse(CUSTOM, '>= 1.0.0')],
    ['warning', cloudposse(CUSTOM, '0.42.2')],
    ['warning', call('git::https://github.com/cloudposse/terraform-aws-ecr.git?ref=v1.0.1', CUSTOM)],
    [
      'warning',
      tam(
        'repository_policy_statements = { a = { conditions = [{ test = "StringEquals", variable = "aws:PrincipalOrgID", values = ["o-1"] }] } }',
        '3.0.0',
      ),
    ],
    [
      'hint',
      tam(
        'repository_policy_statements = { a = { conditions = [{ test = "StringEquals", variable = "aws:PrincipalOrgID", values = ["o-1"] }] } }',
        '~> 3.0',
      ),
    ],
    ['warning', tam('registry_pull_through_cache_rules = { a = { credential_arn = "x" } }', '2.1.0')],
    ['warning', lgallard('image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"', '2.0.0')],
    ['warning', lgallard('', '0.24.0', 'output "o" {\n  value = module.ecr.repository_arn\n}\n')],
  ])('speaks of what is wrong: %s', (severity, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`${severity} ${ID}`]);
  });

  it.each([
    cloudposse(CUSTOM, '1.0.2'),
    cloudposse(CUSTOM, '1.0.0'),
    cloudposse('max_image_count = 3', '1.0.1'),
    cloudposse('custom_lifecycle_rules = var.rules', '1.0.1'),
    cloudposse(CUSTOM, '0.43.0'),
    cloudposse(CUSTOM, '>= 1.0.0, != 1.0.1'),
    tam('repository_policy_statements = { a = { actions = ["ecr:BatchGetImage"] } }', '3.0.0'),
    lgallard('image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"', '2.1.0'),
    lgallard('', '0.24.0'),
    lgallard('', '0.26.0', 'output "o" {\n  value = module.ecr.repository_arn\n}\n'),
  ])('is silent on what is right or unknown: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
