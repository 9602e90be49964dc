import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'policy-create-before-destroy';

describe(ID, () => {
  it.each([
    `resource "aws_ecr_lifecycle_policy" "p" {
  lifecycle {
    create_before_destroy = true
  }
  repository = "team/app"
  policy     = var.policy
}
`,
    `resource "aws_ecr_lifecycle_policy" "p" {
  lifecycle {
    ignore_changes        = [policy]
    create_before_destroy = true
  }
  repository = aws_ecr_repository.a.name
  policy     = var.policy
}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`warning ${ID}`]);
  });

  it.each([
    `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/app"
  policy     = var.policy
}
`,
    `resource "aws_ecr_lifecycle_policy" "p" {
  lifecycle {
    create_before_destroy = false
  }
  repository = "team/app"
  policy     = var.policy
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "a"
  lifecycle {
    create_before_destroy = true
  }
}
`,
  ])('is silent on what is right: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it.each([
    `resource "aws_ecr_lifecycle_policy" "p" {
  lifecycle {
    create_before_destroy = var.x
  }
  repository = "team/app"
  policy     = var.policy
}
`,
  ])('is silent on what is not known: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
