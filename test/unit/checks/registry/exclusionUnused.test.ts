import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'exclusion-unused';

describe(ID, () => {
  it.each([
    `resource "aws_ecr_pull_time_update_exclusion" "scanner" {
  principal_arn = "arn:aws:iam::111122223333:role/scanner"
}
resource "aws_ecr_lifecycle_policy" "app" {
  repository = "team/app"

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection = {
          tagStatus   = "any"
          countType   = "sinceImagePushed"
          countUnit   = "days"
          countNumber = 90
        }
        action = { type = "expire" }
      },
    ]
  })
}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`hint ${ID}`]);
  });

  it.each([
    `resource "aws_ecr_pull_time_update_exclusion" "scanner" {
  principal_arn = "arn:aws:iam::111122223333:role/scanner"
}
resource "aws_ecr_lifecycle_policy" "app" {
  repository = "team/app"

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection = {
          tagStatus   = "any"
          countType   = "sinceImagePulled"
          countUnit   = "days"
          countNumber = 90
        }
        action = { type = "transition", targetStorageClass = "archive" }
      },
    ]
  })
}
`,
  ])('is silent on what is right: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it.each([
    `resource "aws_ecr_pull_time_update_exclusion" "scanner" {
  principal_arn = "arn:aws:iam::111122223333:role/scanner"
}
resource "aws_ecr_lifecycle_policy" "app" {
  repository = "team/app"
  policy     = var.policy
}
`,
    `resource "aws_ecr_pull_time_update_exclusion" "scanner" {
  principal_arn = "arn:aws:iam::111122223333:role/scanner"
}
module "repositories" {
  source = "example.org/x/y"
}
`,
    `resource "aws_ecr_pull_time_update_exclusion" "scanner" {
  principal_arn = "arn:aws:iam::111122223333:role/scanner"
}
resource "aws_ecr_lifecycle_policy" "app" {
  repository = "team/app"
  policy     = file("policy.json")
}
`,
    // The policies, and the repositories, are managed elsewhere.
    `resource "aws_ecr_pull_time_update_exclusion" "scanner" {
  principal_arn = "arn:aws:iam::111122223333:role/scanner"
}
`,
    `resource "aws_ecr_pull_time_update_exclusion" "scanner" {
  principal_arn = "arn:aws:iam::111122223333:role/scanner"
}
resource "aws_ecr_registry_policy" "registry" {
  policy = var.policy
}
`,
    `resource "aws_ecr_pull_time_update_exclusion" "scanner" {
  principal_arn = "arn:aws:iam::111122223333:role/scanner"
}
resource "aws_ecr_repository" "app" {
  name = "team/app"
}
`,
    `resource "aws_ecr_pull_time_update_exclusion" "scanner" {
  principal_arn = "arn:aws:iam::111122223333:role/scanner"
}
resource "aws_ecr_lifecycle_policy" "app" {
  repository = "team/app"
  policy     = jsonencode({ rules = concat([{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 9 }, action = { type = "expire" } }], var.rules) })
}
`,
    `resource "aws_ecr_pull_time_update_exclusion" "scanner" {
  principal_arn = "arn:aws:iam::111122223333:role/scanner"
}
resource "aws_ecr_lifecycle_policy" "app" {
  repository = "team/app"
  policy     = jsonencode({ rules = var.rules })
}
`,
  ])('is silent on what is not known: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
