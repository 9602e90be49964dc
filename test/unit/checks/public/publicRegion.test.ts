import { describe, expect, it } from 'vitest';
import { fix, ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'public-region';

describe(ID, () => {
  it.each([
    `provider "aws" {
  region = "eu-central-1"
}
resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
}
`,
    `resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
  region          = "eu-west-1"
}
`,
    `provider "aws" {
  region = "us-east-1"
}
resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
  region          = "eu-west-1"
}
`,
    `provider "aws" {
  region = local.region
}
resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
}
locals {
  region = "eu-west-1"
}
`,
    `provider "aws" {
  region = "us-east-1"
}
provider "aws" {
  alias  = "eu"
  region = "eu-west-1"
}
resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
  provider        = aws.eu
}
`,
    `provider "aws" {
  region = "eu-west-1"
}
data "aws_ecrpublic_authorization_token" "t" {}
`,
    `provider "aws" {
  region = "eu-west-1"
}
ephemeral "aws_ecrpublic_authorization_token" "t" {}
`,
    `provider "aws" {
  region = "us-west-2"
}
data "aws_ecrpublic_authorization_token" "t" {}
`,
    `provider "aws" {
  region = "eu-west-1"
}
resource "aws_ecrpublic_repository_policy" "p" {
  repository_name = "app"
  policy          = var.policy
}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`error ${ID}`]);
  });

  it.each([
    `provider "aws" {
  region = "us-west-2"
}
resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`warning ${ID}`]);
  });

  it.each([
    `provider "aws" {
  region = "us-east-1"
}
resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
}
`,
    `provider "aws" {
  region = "eu-west-1"
}
resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
  region          = "us-east-1"
}
`,
    `provider "aws" {
  region = "eu-west-1"
}
provider "aws" {
  alias  = "virginia"
  region = "us-east-1"
}
resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
  provider        = aws.virginia
}
`,
    `provider "aws" {
  region = "eu-west-1"
}
resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
  count           = 0
}
`,
    `provider "aws" {
  region = "eu-west-1"
}
resource "aws_ecr_repository" "a" {
  name = "app"
}
`,
  ])('is silent on what is right: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it.each([
    `resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
}
`,
    `provider "aws" {
  region = var.region
}
resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
}
`,
    `provider "aws" {
  region = "eu-west-1"
}
resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
  provider        = aws.virginia
}
`,
    `provider "aws" {
  region = "eu-west-1"
}
resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
  region          = var.region
}
`,
    `provider "aws" {}
resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
}
`,
    `provider "aws" {
  alias  = "eu"
  region = "eu-west-1"
}
resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
}
`,
  ])('is silent on what is not known: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it('offers Set region to us-east-1', () => {
    expect(
      fix(
        `provider "aws" {
  region = "eu-central-1"
}
resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
}
`,
        'Set region to us-east-1',
      ),
    ).toBe(`provider "aws" {
  region = "eu-central-1"
}
resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
  region          = "us-east-1"
}
`);
  });
});
