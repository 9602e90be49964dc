import { describe, expect, it } from 'vitest';
import { checkOnly, ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'singleton-repeated';
const TYPES = ['registry_policy', 'replication_configuration', 'registry_scanning_configuration'];
const block = (type: string, label: string, body = '') => `resource "aws_ecr_${type}" "${label}" {\n${body}}\n`;
const setting = (label: string, name: string) =>
  block('account_setting', label, `  name  = "${name}"\n  value = "AWS_NATIVE"\n`);

describe(ID, () => {
  it('speaks on the later header, and on the name of a setting', () => {
    checkOnly(
      ID,
      `
resource "aws_ecr_registry_policy" "a" {
}
resource "aws_ecr_registry_policy" "b" {
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error singleton-repeated aws_ecr_registry_policy.a sets the registry policy
}
resource "aws_ecr_account_setting" "c" {
  name = "BLOB_MOUNTING"
}
resource "aws_ecr_account_setting" "d" {
  name = "BLOB_MOUNTING"
         ^^^^^^^^^^^^^^^ error singleton-repeated the same account setting
}
`,
    );
  });

  it.each(TYPES)('speaks of %s that is there twice, in whatever way', (type) => {
    const wrong = [
      block(type, 'a') + block(type, 'b'),
      block(type, 'a', '  count = 2\n'),
      block(type, 'a', '  for_each = toset(["x", "y"])\n'),
      block(type, 'a', '  region = "eu-west-1"\n') + block(type, 'b', '  region = "eu-west-1"\n'),
      block(type, 'a', '  count = 1\n') + block(type, 'b'),
    ];
    for (const text of wrong) expect(ruleIdsOnly(ID, text)).toEqual([`error ${ID}`]);
    expect(ruleIdsOnly(ID, { 'a.tf': block(type, 'a'), 'b.tf': block(type, 'b') })).toEqual([`error ${ID}`]);
  });

  it.each(TYPES)('is silent about %s of other registries, and about what may be absent', (type) => {
    const right = [
      block(type, 'a'),
      block(type, 'a') + block(type, 'b', '  region = "eu-west-1"\n'),
      block(type, 'a') + block(type, 'b', '  provider = aws.other\n'),
      block(type, 'a', '  for_each = toset(["eu-west-1", "eu-west-2"])\n  region = each.key\n'),
      `variable "x" {}\n${block(type, 'a', '  count = var.x ? 1 : 0\n')}${block(type, 'b', '  count = var.x ? 0 : 1\n')}`,
      `variable "x" {}\n${block(type, 'a', '  for_each = var.x\n')}`,
      block(type, 'a', '  count = 0\n') + block(type, 'b'),
      block(type, 'a', '  count = 1\n'),
    ];
    for (const text of right) expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it('tells settings apart by their names', () => {
    expect(ruleIdsOnly(ID, setting('a', 'BASIC_SCAN_TYPE_VERSION') + setting('b', 'REGISTRY_POLICY_SCOPE'))).toEqual(
      [],
    );
    const many = block(
      'account_setting',
      'a',
      '  for_each = { BASIC_SCAN_TYPE_VERSION = "AWS_NATIVE", BLOB_MOUNTING = "ENABLED" }\n  name  = each.key\n  value = each.value\n',
    );
    expect(ruleIdsOnly(ID, many)).toEqual([]);
    expect(ruleIdsOnly(ID, many + setting('b', 'BLOB_MOUNTING'))).toEqual([`error ${ID}`]);
  });
});
