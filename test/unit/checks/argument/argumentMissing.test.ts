import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'argument-missing';
const FOUND = ['error argument-missing'];

describe(ID, () => {
  it.each([
    `resource "aws_ecr_repository" "a" {
}
`,
    `resource "aws_ecr_repository" "a" {
  tags = {}
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "a"
  image_scanning_configuration {
  }
}
`,
    `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
}
`,
    `resource "aws_ecr_repository_policy" "p" {
  policy = "{}"
}
`,
    `resource "aws_ecr_registry_policy" "p" {}
`,
    `resource "aws_ecrpublic_repository" "p" {}
`,
    `data "aws_ecr_repository" "d" {}
`,
    `data "aws_ecr_images" "d" {}
`,
    `resource "aws_ecr_account_setting" "s" {
  name = "BLOB_MOUNTING"
}
`,
    `resource "aws_ecr_pull_time_update_exclusion" "e" {
  region = "eu-west-1"
}
`,
    `resource "aws_ecr_replication_configuration" "r" {
  replication_configuration {
    rule {
      destination {
        region = "eu-west-1"
      }
    }
  }
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "a"
  dynamic "image_tag_mutability_exclusion_filter" {
    for_each = var.filters
    content {
      filter = image_tag_mutability_exclusion_filter.value
    }
  }
}
`,
    `resource "aws_ecr_repository" "a" {
  for_each = toset(["a", "b"])
}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual(FOUND);
  });

  it.each([
    `resource "aws_ecr_repository" "a" {
  name = var.name
}
`,
    `resource "aws_ecr_repository" "a" {
  name = null
}
`,
    `resource "aws_ecr_repository" "a" {
  nam = "a"
}
`,
    `resource "aws_ecr_repository" "a" {
  repository_name = "a"
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "a"
  image_scanning_configuration {
    scan_on_push = true
}
`,
    `resource "aws_ecr_replication_configuration" "r" {}
`,
    `data "aws_ecr_repositories" "d" {}
`,
    `data "aws_ecr_lifecycle_policy_document" "d" {
  rule {
  }
}
`,
    `ephemeral "aws_ecr_authorization_token" "t" {}
`,
    `resource "aws_ecs_cluster" "c" {}
`,
    `list "aws_ecr_repository" "l" {
  provider = aws
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "a"
  dynamic "image_scanning_configuration" {
    for_each = []
    content {
    }
  }
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "c" {
  prefix                = "a"
  upstream_registry_url = "quay.io"
}
`,
  ])('says nothing of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
