import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'cache-without-template';

describe(ID, () => {
  it.each([
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "quay.io"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "quay.io"
}
resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "other"
  applied_for = ["PULL_THROUGH_CACHE"]
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "quay.io"
}
resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "hub"
  applied_for = ["REPLICATION"]
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
resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "hub"
  applied_for = ["PULL_THROUGH_CACHE"]
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "quay.io"
}
resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "ROOT"
  applied_for = ["PULL_THROUGH_CACHE"]
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "quay.io"
}
resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "hub/"
  applied_for = ["PULL_THROUGH_CACHE"]
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "quay.io"
}
resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "hub/library"
  applied_for = ["PULL_THROUGH_CACHE"]
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "quay.io"
}
resource "aws_ecr_repository_creation_template" "t" {
  prefix      = aws_ecr_pull_through_cache_rule.hub.ecr_repository_prefix
  applied_for = ["PULL_THROUGH_CACHE"]
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
resource "aws_ecr_repository_creation_template" "t" {
  prefix      = var.p
  applied_for = ["PULL_THROUGH_CACHE"]
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "quay.io"
}
resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "hub"
  applied_for = var.a
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = var.prefix
  upstream_registry_url = "quay.io"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "quay.io"
}
module "template" {
  source = "example.org/x/y"
  prefix = aws_ecr_pull_through_cache_rule.hub.ecr_repository_prefix
}
`,
  ])('is silent on what is not known: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
