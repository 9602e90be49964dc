import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';
import { call, lgallard } from '../support/moduleCalls.ts';

const ID = 'module-prefixes-and';

describe(ID, () => {
  it.each([
    lgallard('lifecycle_keep_latest_n_images = 3\nlifecycle_tag_prefixes_to_keep = ["v", "release"]'),
    lgallard('lifecycle_keep_latest_n_images = 3\nlifecycle_tag_prefixes_to_keep = ["v", "v1", "prod"]'),
    lgallard('lifecycle_policy_template = "development"'),
    call('tmknom/ecr/aws', 'tag_prefix_list = ["release", "dev"]'),
    call('tmknom/ecr/aws', 'version = "2.3.0"\ntag_prefix_list = ["a", "b", "c"]'),
    call('github.com/tmknom/terraform-aws-ecr', 'tag_prefix_list = ["release", "dev"]'),
    lgallard('lifecycle_keep_latest_n_images = var.n\nlifecycle_tag_prefixes_to_keep = ["v", "release"]'),
    call('tmknom/ecr/aws', 'tag_prefix_list = local.p\n}\nlocals {\n  p = ["release", "dev"]'),
  ])('speaks of what is wrong: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`warning ${ID}`]);
  });

  it.each([
    lgallard('lifecycle_keep_latest_n_images = 3\nlifecycle_tag_prefixes_to_keep = ["v"]'),
    lgallard('lifecycle_keep_latest_n_images = 3\nlifecycle_tag_prefixes_to_keep = ["v", "v1"]'),
    lgallard('lifecycle_keep_latest_n_images = 3\nlifecycle_tag_prefixes_to_keep = var.p'),
    lgallard('lifecycle_keep_latest_n_images = 3\nlifecycle_tag_prefixes_to_keep = []'),
    lgallard('lifecycle_tag_prefixes_to_keep = ["v", "release"]'),
    lgallard('lifecycle_policy_template = "cost_optimization"\nlifecycle_tag_prefixes_to_keep = ["v", "release"]'),
    call('tmknom/ecr/aws', 'tag_prefix_list = ["release"]'),
    call('tmknom/ecr/aws', 'tag_prefix_list = ["release", var.p]'),
  ])('is silent on what is right or unknown: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
