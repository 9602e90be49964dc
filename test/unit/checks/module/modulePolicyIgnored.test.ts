import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';
import { lgallard, tam } from '../support/moduleCalls.ts';

const ID = 'module-policy-ignored';

describe(ID, () => {
  it.each([
    tam('repository_type = "public"\nrepository_lifecycle_policy = jsonencode({})'),
    tam('repository_type = "public"\nrepository_lifecycle_policy = var.policy'),
    lgallard('lifecycle_policy = jsonencode({})\nlifecycle_keep_latest_n_images = 3'),
    lgallard('lifecycle_policy = jsonencode({})\nlifecycle_policy_template = "production"'),
    lgallard('lifecycle_policy_template = "production"\nlifecycle_keep_latest_n_images = 3'),
    lgallard('lifecycle_policy_template = "production"\nlifecycle_expire_untagged_after_days = 3'),
    lgallard('lifecycle_policy_template = "production"\nlifecycle_expire_tagged_after_days = 3'),
    lgallard('lifecycle_policy_template = "production"\nlifecycle_tag_prefixes_to_keep = ["v"]'),
  ])('speaks of what is wrong: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`warning ${ID}`]);
  });

  it.each([
    tam('repository_type = "public"'),
    tam('repository_type = "public"\nrepository_lifecycle_policy = ""'),
    tam('repository_type = var.type\nrepository_lifecycle_policy = var.policy'),
    tam('repository_lifecycle_policy = var.policy'),
    lgallard('lifecycle_policy = null\nlifecycle_keep_latest_n_images = 3'),
    lgallard('lifecycle_policy = var.policy\nlifecycle_keep_latest_n_images = 3'),
    lgallard('lifecycle_keep_latest_n_images = 3\nlifecycle_tag_prefixes_to_keep = ["v"]'),
    lgallard('lifecycle_policy_template = null\nlifecycle_keep_latest_n_images = 3'),
  ])('is silent on what is right or unknown: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
