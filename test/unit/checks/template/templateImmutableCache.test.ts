import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'template-immutable-cache';

describe(ID, () => {
  it.each([
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "hub"
  applied_for = ["PULL_THROUGH_CACHE"]
  image_tag_mutability = "IMMUTABLE"
}
`,
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "hub"
  applied_for = ["REPLICATION", "PULL_THROUGH_CACHE"]
  image_tag_mutability = local.m
}
locals {
  m = "IMMUTABLE"
}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`hint ${ID}`]);
  });

  it.each([
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "hub"
  applied_for = ["PULL_THROUGH_CACHE"]
}
`,
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "hub"
  applied_for = ["PULL_THROUGH_CACHE"]
  image_tag_mutability = "MUTABLE"
}
`,
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "hub"
  applied_for = ["REPLICATION"]
  image_tag_mutability = "IMMUTABLE"
}
`,
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "hub"
  applied_for = ["PULL_THROUGH_CACHE"]
  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"
  image_tag_mutability_exclusion_filter {
    filter      = "latest*"
    filter_type = "WILDCARD"
  }
}
`,
  ])('is silent on what is right: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it.each([
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "hub"
  applied_for = var.for
  image_tag_mutability = "IMMUTABLE"
}
`,
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "hub"
  applied_for = ["PULL_THROUGH_CACHE"]
  image_tag_mutability = var.m
}
`,
  ])('is silent on what is not known: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
