import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';
import { cloudposse, lgallard, tam, template } from '../support/moduleCalls.ts';

const ID = 'module-input-ignored';

describe(ID, () => {
  it.each([
    tam('repository_policy = "{}"'),
    tam('repository_policy = "{}"\ncreate_repository_policy = true'),
    tam('registry_policy = "{}"'),
    tam('registry_replication_rules = [{ destinations = [] }]'),
    tam('registry_scan_type = "BASIC"'),
    tam('repository_type = "public"\nrepository_image_tag_mutability = "MUTABLE"'),
    tam('repository_type = "public"\nrepository_force_delete = true'),
    template('kms_key_arn = "arn"\nencryption_type = "KMS_DSSE"'),
    template('kms_key_arn = "arn"'),
    template('upstream_registry_url = "public.ecr.aws"'),
    template('custom_role_arn = "arn"\nresource_tags = { a = "b" }'),
    cloudposse('principals_pull_though_access = ["arn"]'),
    lgallard('replication_regions = ["eu-west-1"]'),
    lgallard('registry_scan_type = "BASIC"'),
  ])('speaks of what is wrong: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`warning ${ID}`]);
  });

  it.each([
    tam('repository_policy = "{}"\ncreate_repository_policy = false'),
    tam('repository_policy = "{}"\ncreate_repository_policy = var.own'),
    tam('repository_policy = null'),
    tam('repository_policy = var.policy'),
    tam('registry_policy = "{}"\ncreate_registry_policy = true'),
    tam('registry_scan_rules = []'),
    tam('repository_type = var.type\nrepository_image_tag_mutability = "MUTABLE"'),
    tam('repository_type = "public"\npublic_repository_catalog_data = { description = "a" }'),
    tam('create = false\nregistry_policy = "{}"'),
    template('kms_key_arn = "arn"\nencryption_type = "KMS"'),
    template('custom_role_arn = "arn"\ncreate_iam_role = false\nresource_tags = { a = "b" }'),
    cloudposse('principals_pull_though_access = ["arn"]\nprefixes_pull_through_repositories = ["hub"]'),
    lgallard('replication_regions = ["eu-west-1"]\nenable_replication = true'),
  ])('is silent on what is right or unknown: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it.each([
    'data.aws_iam_policy_document.d.json',
    'data.aws_iam_policy_document.d[0].json',
    'data.aws_iam_policy_document.d["a"].minified_json',
    '(data.aws_iam_policy_document.d.json)',
    'aws_kms_key.k.arn',
    'aws_kms_key.k[0].arn',
    'resource.aws_kms_key.k.arn',
    'data.aws_kms_key.k.id',
  ])('takes a reference for given that is never null: %s', (value) => {
    expect(ruleIdsOnly(ID, tam(`repository_policy = ${value}`))).toEqual([`warning ${ID}`]);
  });

  it.each([
    'var.arn',
    'var.key.arn',
    'module.kms.key_arn',
    'module.kms.arn',
    'each.value.arn',
    'local.keys.arn',
    'one(aws_kms_key.k[*].arn)',
    'try(aws_kms_key.k[0].arn, null)',
    'var.own ? aws_kms_key.k.arn : null',
    'aws_kms_key.k.policy',
    'data.aws_x.y.nested.arn',
  ])('does not take for given what may be null: %s', (value) => {
    const beside = 'locals {\n  keys = var.keys\n}\n';
    expect(ruleIdsOnly(ID, tam(`repository_policy = ${value}`, '~> 3.0', beside))).toEqual([]);
  });
});
