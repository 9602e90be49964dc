import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';
import { call, cloudposse, lgallard, tam } from '../support/moduleCalls.ts';

const ID = 'module-policy-missing';

describe(ID, () => {
  it.each([
    tam('repository_name = "app"'),
    tam('repository_name = var.name', '2.4.0'),
    tam('create_lifecycle_policy = true', '>= 1.3.0'),
    tam('', ''),
    tam('repository_type = "private"', '1.0.0'),
    call('git::https://github.com/terraform-aws-modules/terraform-aws-ecr.git?ref=v3.2.0', ''),
    call('git@github.com:terraform-aws-modules/terraform-aws-ecr.git?ref=v3.2.0', ''),
    call('registry.terraform.io/terraform-aws-modules/ecr/aws', 'version = "3.0.0"'),
    cloudposse(
      'default_lifecycle_rules_settings = { untagged_image_rule = { enabled = false }, remove_old_image_rule = { enabled = false } }',
    ),
    lgallard('name = "app"\nlifecycle_policy = ""', '0.12.0'),
  ])('speaks of what is wrong: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`error ${ID}`]);
  });

  it.each([
    tam('create_lifecycle_policy = false'),
    tam('create_lifecycle_policy = var.on'),
    tam('create_repository = false'),
    tam('create = false'),
    tam('repository_type = "public"'),
    tam('repository_type = var.type'),
    tam('repository_lifecycle_policy = var.policy'),
    tam('count = 0'),
    tam('', '4.0.0'),
    tam('', 'x'),
    call('git::https://github.com/terraform-aws-modules/terraform-aws-ecr.git?ref=0123abc', ''),
    call('./modules/terraform-aws-modules/ecr/aws', ''),
    call('app.terraform.io/terraform-aws-modules/ecr/aws', ''),
    cloudposse('default_lifecycle_rules_settings = { untagged_image_rule = { enabled = false } }'),
    cloudposse(
      'default_lifecycle_rules_settings = { untagged_image_rule = { enabled = false }, remove_old_image_rule = { enabled = false } }\nprotected_tags = ["v"]',
    ),
    lgallard('name = "app"\nlifecycle_policy = ""'),
  ])('is silent on what is right or unknown: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
