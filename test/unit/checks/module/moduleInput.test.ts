import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';
import { CUSTOM, call, cloudposse, lgallard, tam, template } from '../support/moduleCalls.ts';

const ID = 'module-input';

describe(ID, () => {
  it.each([
    tam('scan_on_push = true'),
    tam('image_tag_mutability = "MUTABLE"'),
    tam('repository_names = "a"'),
    tam('region = "eu-west-1"', '~> 2.0'),
    tam('create_lifecycle_policy = false', '1.2.0'),
    cloudposse('principals_pull_through_access = []'),
    cloudposse('roles = []'),
    cloudposse('custom_lifecycle_rules = []', '0.42.1'),
    cloudposse('context {\n  a = 1\n}'),
    template('repository_name = "a"'),
    tam('repository_type = "Private"'),
    tam('repository_image_scan_on_push = "yes"'),
    tam('repository_read_access_arns = { a = 1 }'),
    tam('registry_scan_rules = [{ scan_frequency = "SCAN_ON_PUSH" }]'),
    call('lgallard/ecr/aws', 'version = "2.1.1"'),
    lgallard('name = "a"\nlifecycle_policy_template = "prod"'),
    lgallard('name = "a"\nencryption_type = "KMS_DSSE"'),
    lgallard('name = "a"\nimage_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"', '1.2.0'),
    cloudposse(CUSTOM.replace('imageCountMoreThan', 'sinceImagePulled')),
    cloudposse(CUSTOM.replace('imageCountMoreThan', 'sinceImageTransitioned'), '1.0.0'),
  ])('speaks of what is wrong: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`error ${ID}`]);
  });

  it.each([
    tam(
      'repository_name = var.name\ntags = local.tags\nproviders = { aws = aws.eu }\ndepends_on = [aws_kms_key.k]\nfor_each = var.names',
    ),
    tam('region = "eu-west-1"', '>= 2.0'),
    tam('anything = 1', '9.0.0'),
    tam('repository_type = var.type'),
    tam('repository_image_scan_on_push = "true"'),
    tam('repository_read_access_arns = toset(["a"])'),
    tam('repository_force_delete = var.force ? true : null'),
    cloudposse('principals_pull_though_access = []'),
    cloudposse('context = module.this.context\nname = null'),
    cloudposse('max_image_count = "100"'),
    cloudposse(CUSTOM.replace('imageCountMoreThan', 'sinceImageTransitioned'), '1.0.2'),
    lgallard('name = "a"\ntimeouts = { delete = "20m" }'),
    call('terraform-aws-modules/vpc/aws', 'anything = 1'),
    call('git::https://github.com/cloudposse/terraform-aws-ecr.git?ref=feature', 'anything = 1'),
    call('cloudposse/ecr/aws//modules/other', 'anything = 1'),
  ])('is silent on what is right or unknown: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
