import { describe, expect, it } from 'vitest';
import { fix, ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'account-setting-removed';

describe(ID, () => {
  it.each([
    `resource "aws_ecr_account_setting" "s" {
  name  = "BASIC_SCAN_TYPE_VERSION"
  value = "CLAIR"
}
`,
    `resource "aws_ecr_account_setting" "s" {
  name  = "REGISTRY_POLICY_SCOPE"
  value = "V1"
}
`,
    `resource "aws_ecr_account_setting" "s" {
  name  = "REGISTRY_POLICY_SCOPE"
  value = local.v
}
locals {
  v = "V1"
}
`,
    `resource "aws_ecr_account_setting" "s" {
  name  = "REGISTRY_POLICY_SCOPE"
  value = var.x ? "V1" : "V2"
}
`,
    `resource "aws_ecr_account_setting" "s" {
  for_each = { REGISTRY_POLICY_SCOPE = "V1", BLOB_MOUNTING = "ENABLED" }
  name     = each.key
  value    = each.value
}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`error ${ID}`]);
  });

  it.each([
    `resource "aws_ecr_account_setting" "s" {
  name  = "BASIC_SCAN_TYPE_VERSION"
  value = "AWS_NATIVE"
}
`,
    `resource "aws_ecr_account_setting" "s" {
  name  = "REGISTRY_POLICY_SCOPE"
  value = "V2"
}
`,
    `resource "aws_ecr_account_setting" "s" {
  name  = "BLOB_MOUNTING"
  value = "ENABLED"
}
`,
  ])('is silent on what is right: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it.each([
    `resource "aws_ecr_account_setting" "s" {
  name  = "REGISTRY_POLICY_SCOPE"
  value = var.v
}
`,
    `resource "aws_ecr_account_setting" "s" {
  name  = var.n
  value = "V1"
}
`,
  ])('is silent on what is not known: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it('offers Change it to V2', () => {
    expect(
      fix(
        `resource "aws_ecr_account_setting" "s" {
  name  = "REGISTRY_POLICY_SCOPE"
  value = "V1"
}
`,
        'Change it to V2',
      ),
    ).toBe(`resource "aws_ecr_account_setting" "s" {
  name  = "REGISTRY_POLICY_SCOPE"
  value = "V2"
}
`);
  });

  it('offers Change it to AWS_NATIVE', () => {
    expect(
      fix(
        `resource "aws_ecr_account_setting" "s" {
  name  = "BASIC_SCAN_TYPE_VERSION"
  value = "CLAIR"
}
`,
        'Change it to AWS_NATIVE',
      ),
    ).toBe(`resource "aws_ecr_account_setting" "s" {
  name  = "BASIC_SCAN_TYPE_VERSION"
  value = "AWS_NATIVE"
}
`);
  });
});
