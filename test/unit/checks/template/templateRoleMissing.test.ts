import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'template-role-missing';

describe(ID, () => {
  it.each([
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "hub"
  applied_for = ["PULL_THROUGH_CACHE"]
  resource_tags = { team = "a" }
}
`,
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "hub"
  applied_for = ["PULL_THROUGH_CACHE"]
  resource_tags = merge(var.tags, { team = "a" })
}
`,
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "hub"
  applied_for = ["PULL_THROUGH_CACHE"]
  encryption_configuration {
    encryption_type = "KMS"
  }
}
`,
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "hub"
  applied_for = ["PULL_THROUGH_CACHE"]
  encryption_configuration {
    encryption_type = "KMS_DSSE"
    kms_key         = aws_kms_key.k.arn
  }
}
`,
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "hub"
  applied_for = ["PULL_THROUGH_CACHE"]
  custom_role_arn = null
  resource_tags = { team = "a" }
}
`,
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "hub"
  applied_for = ["REPLICATION"]
  resource_tags = { team = "a" }
}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`warning ${ID}`]);
  });

  it.each([
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "hub"
  applied_for = ["PULL_THROUGH_CACHE"]
  custom_role_arn = aws_iam_role.r.arn
  resource_tags = { team = "a" }
}
`,
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "hub"
  applied_for = ["PULL_THROUGH_CACHE"]
}
`,
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "hub"
  applied_for = ["PULL_THROUGH_CACHE"]
  resource_tags = {}
}
`,
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "hub"
  applied_for = ["PULL_THROUGH_CACHE"]
  encryption_configuration {
    encryption_type = "AES256"
  }
}
`,
  ])('is silent on what is right: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it.each([
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "hub"
  applied_for = ["PULL_THROUGH_CACHE"]
  custom_role_arn = var.role
  resource_tags = { team = "a" }
}
`,
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "hub"
  applied_for = ["PULL_THROUGH_CACHE"]
  resource_tags = var.tags
}
`,
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "hub"
  applied_for = ["PULL_THROUGH_CACHE"]
  encryption_configuration {
    encryption_type = var.type
  }
}
`,
  ])('is silent on what is not known: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
