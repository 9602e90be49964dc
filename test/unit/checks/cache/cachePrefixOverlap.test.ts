import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'cache-prefix-overlap';

describe(ID, () => {
  it.each([
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "quay.io"
}
resource "aws_ecr_repository" "app" {
  name = "hub/app"
}
locals {
  p = "hub"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "quay.io"
}
resource "aws_ecr_repository" "app" {
  name = "hub/library/nginx"
}
locals {
  p = "hub"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "quay.io"
}
resource "aws_ecr_repository" "app" {
  name = "\${local.p}/app"
}
locals {
  p = "hub"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "quay.io"
}
resource "aws_ecr_repository" "app" {
  for_each = toset(["hub/a", "hub/b", "c"])
  name     = each.key
}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`hint ${ID}`]);
  });

  it.each([
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "quay.io"
}
resource "aws_ecr_repository" "app" {
  name = "team/app"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "quay.io"
}
resource "aws_ecr_repository" "app" {
  name = "hubs/app"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "quay.io"
}
resource "aws_ecr_repository" "app" {
  name = "hub"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "quay.io"
}
resource "aws_ecr_repository" "app" {
  name = "my/hub/app"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "quay.io"
  region = "us-east-1"
}
resource "aws_ecr_repository" "app" {
  name = "hub/app"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "ROOT"
  upstream_registry_url = "quay.io"
}
resource "aws_ecr_repository" "app" {
  name = "hub/app"
}
`,
  ])('is silent on what is right: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it.each([
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "quay.io"
}
resource "aws_ecr_repository" "app" {
  name = var.name
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = var.prefix
  upstream_registry_url = "quay.io"
}
resource "aws_ecr_repository" "app" {
  name = "hub/app"
}
`,
  ])('is silent on what is not known: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
