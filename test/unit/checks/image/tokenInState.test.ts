import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'token-in-state';

describe(ID, () => {
  it.each([
    `terraform {
  required_version = ">= 1.10"
}
data "aws_ecr_authorization_token" "t" {}
`,
    `terraform {
  required_version = "~> 1.11"
}
data "aws_ecr_authorization_token" "t" {}
`,
    `terraform {
  required_version = "1.14.0"
}
data "aws_ecr_authorization_token" "t" {}
`,
    `terraform {
  required_version = ">= 1.10"
}
data "aws_ecrpublic_authorization_token" "t" {}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`hint ${ID}`]);
  });

  it.each([
    `terraform {
  required_version = ">= 1.5, < 1.10"
}
data "aws_ecr_authorization_token" "t" {}
`,
    `terraform {
  required_version = ">= 1.10"
}
ephemeral "aws_ecr_authorization_token" "t" {}
`,
  ])('is silent on what is right: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it.each([
    `data "aws_ecr_authorization_token" "t" {}
`,
    `terraform {
  required_version = ">= 1.5"
}
data "aws_ecr_authorization_token" "t" {}
`,
  ])('is silent on what is not known: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
