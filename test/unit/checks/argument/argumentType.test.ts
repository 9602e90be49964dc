import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'argument-type';
const FOUND = ['error argument-type'];

describe(ID, () => {
  it.each([
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "a"
  applied_for = "REPLICATION"
}
`,
    `resource "aws_ecr_repository" "a" {
  name         = "a"
  force_delete = "yes"
}
`,
    `resource "aws_ecr_repository" "a" {
  name         = "a"
  force_delete = 1
}
`,
    `resource "aws_ecr_repository" "a" {
  name = { a = 1 }
}
`,
    `resource "aws_ecr_repository" "a" {
  name = ["a"]
}
`,
    `resource "aws_ecr_repository" "a" {
  name = null
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "a"
  tags = [{ Key = "a" }]
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "a"
  tags = { a = ["b"] }
}
`,
    `resource "aws_ecr_repository" "a" {
  name           = "a"
  repository_url = "x"
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "a"
  arn  = "x"
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "a"
  image_scanning_configuration {
    scan_on_push = "on"
  }
}
`,
    `locals {
  names = ["a"]
}
resource "aws_ecr_repository" "a" {
  name = local.names
}
`,
    `resource "aws_ecr_repository" "a" {
  name         = "a"
  force_delete = var.x ? "yes" : "true"
}
`,
    `data "aws_ecr_image" "d" {
  repository_name = "a"
  most_recent     = "always"
}
`,
    `data "aws_ecr_lifecycle_policy_document" "d" {
  rule {
    priority = "first"
    selection {
      tag_status   = "any"
      count_type   = "imageCountMoreThan"
      count_number = 3
    }
  }
}
`,
    `resource "aws_ecr_repository" "a" {
  for_each     = { a = "yes", b = "true" }
  name         = each.key
  force_delete = each.value
}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual(FOUND);
  });

  it.each([
    `resource "aws_ecr_repository" "a" {
  name         = "a"
  force_delete = "true"
}
`,
    `resource "aws_ecr_repository" "a" {
  name = 1
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "a"
  tags = { a = 1, b = true }
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "a"
  tags = null
}
`,
    `resource "aws_ecr_repository" "a" {
  name = var.name
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "a"
  arn  = null
}
`,
    `resource "aws_ecr_repository" "a" {
  name     = "a"
  tags_all = {}
}
`,
    `resource "aws_ecr_repository" "a" {
  name         = "a"
  force_delete = var.x ? null : true
}
`,
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "a"
  applied_for = ["REPLICATION"]
}
`,
    `resource "aws_ecr_repository" "a" {
  name = var.x ? "a" : null
}
`,
    `variable "on" {
  type = string
}
resource "aws_ecr_repository" "a" {
  name         = "a"
  force_delete = var.on
}
`,
    `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy     = {}
}
`,
    `data "aws_ecr_image" "d" {
  repository_name = "a"
  most_recent     = "true"
}
`,
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "a"
  applied_for = toset(["REPLICATION"])
}
`,
  ])('says nothing of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
