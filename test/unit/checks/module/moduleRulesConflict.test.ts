import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';
import { ANY, cloudposse, lgallard } from '../support/moduleCalls.ts';

const ID = 'module-rules-conflict';

describe(ID, () => {
  it.each([
    cloudposse(ANY),
    cloudposse(ANY, '1.0.0'),
    cloudposse(ANY, '>= 0.43.0'),
    cloudposse(`${ANY}\ndefault_lifecycle_rules_settings = { untagged_image_rule = { enabled = false } }`),
    cloudposse(`${ANY}\ntime_based_rotation = true`),
    lgallard('lifecycle_policy_template = "cost_optimization"'),
    lgallard('lifecycle_keep_latest_n_images = 3\nlifecycle_expire_tagged_after_days = 9'),
    lgallard(
      'lifecycle_keep_latest_n_images = 3\nlifecycle_expire_tagged_after_days = 9\nlifecycle_tag_prefixes_to_keep = []',
      '~> 1.0',
    ),
  ])('speaks of what is wrong: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`error ${ID}`]);
  });

  it.each([
    cloudposse(`${ANY}\ndefault_lifecycle_rules_settings = { remove_old_image_rule = { enabled = false } }`),
    cloudposse(`${ANY}\ndefault_lifecycle_rules_settings = var.settings`),
    cloudposse(`${ANY}\nenable_lifecycle_policy = false`),
    cloudposse(''),
    cloudposse(ANY.replace('"any"', '"untagged"')),
    cloudposse(ANY.replace('"any"', 'var.status')),
    lgallard(
      'lifecycle_keep_latest_n_images = 3\nlifecycle_expire_tagged_after_days = 9\nlifecycle_tag_prefixes_to_keep = ["v"]',
    ),
    lgallard('lifecycle_keep_latest_n_images = 3\nlifecycle_expire_untagged_after_days = 9'),
    lgallard('lifecycle_policy_template = "production"'),
    lgallard('lifecycle_keep_latest_n_images = var.count\nlifecycle_expire_tagged_after_days = var.days'),
  ])('is silent on what is right or unknown: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
