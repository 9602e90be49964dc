import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'cache-own-registry';

describe(ID, () => {
  it.each([
    `provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["111122223333"]
}
resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "111122223333.dkr.ecr.eu-west-1.amazonaws.com"
}
`,
    `provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["111122223333"]
}
resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "\${data.aws_caller_identity.current.account_id}.dkr.ecr.eu-west-1.amazonaws.com"
}
data "aws_caller_identity" "current" {}
`,
    `data "aws_caller_identity" "current" {}
data "aws_region" "current" {}
resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "\${data.aws_caller_identity.current.account_id}.dkr.ecr.\${data.aws_region.current.name}.amazonaws.com"
}
`,
    `data "aws_caller_identity" "current" {}
data "aws_region" "current" {}
resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "\${data.aws_caller_identity.current.account_id}.dkr.ecr.\${data.aws_region.current.region}.amazonaws.com"
}
`,
    `provider "aws" {
  region = "eu-west-1"
  assume_role {
    role_arn = "arn:aws:iam::111122223333:role/deploy"
  }
}
resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "111122223333.dkr.ecr.eu-west-1.amazonaws.com"
}
`,
    `provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["111122223333"]
}
resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "111122223333.dkr.ecr.us-east-1.amazonaws.com"
  region = "us-east-1"
}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`error ${ID}`]);
  });

  it.each([
    `provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["111122223333"]
}
resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "444455556666.dkr.ecr.eu-west-1.amazonaws.com"
}
`,
    `provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["111122223333"]
}
resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "111122223333.dkr.ecr.us-east-1.amazonaws.com"
}
`,
    `provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["111122223333"]
}
resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "quay.io"
}
`,
    `provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["111122223333"]
}
resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "111122223333.dkr.ecr.eu-west-1.amazonaws.com"
  region = "us-east-1"
}
`,
  ])('is silent on what is right: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it.each([
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "111122223333.dkr.ecr.eu-west-1.amazonaws.com"
}
`,
    `provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["111122223333"]
}
resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "\${var.account}.dkr.ecr.eu-west-1.amazonaws.com"
}
`,
    `provider "aws" {
  region = var.region
}
resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "111122223333.dkr.ecr.eu-west-1.amazonaws.com"
}
`,
    `data "aws_caller_identity" "other" {
  provider = aws.other
}
data "aws_region" "current" {}
resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "\${data.aws_caller_identity.other.account_id}.dkr.ecr.\${data.aws_region.current.name}.amazonaws.com"
}
`,
    `data "aws_caller_identity" "current" {}
data "aws_region" "current" {}
resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "\${data.aws_caller_identity.current.account_id}.dkr.ecr.\${data.aws_region.current.name}.amazonaws.com"
  region = "us-east-1"
}
`,
  ])('is silent on what is not known: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
