import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'argument-conflict';
const FOUND = ['error argument-conflict'];

describe(ID, () => {
  it.each([
    `data "aws_ecr_image" "d" {
  repository_name = "a"
}
`,
    `data "aws_ecr_image" "d" {
  repository_name = "a"
  image_tag = null
}
`,
    `data "aws_ecr_image" "d" {
  repository_name = "a"
  image_tag   = "a"
  most_recent = true
}
`,
    `data "aws_ecr_image" "d" {
  repository_name = "a"
  image_tag   = "a"
  most_recent = false
}
`,
    `data "aws_ecr_image" "d" {
  repository_name = "a"
  most_recent  = true
  image_digest = "sha256:a"
}
`,
    `data "aws_ecr_image" "d" {
  repository_name = "a"
  most_recent = true
  image_tag   = 1
}
`,
    `data "aws_ecr_image" "d" {
  repository_name = "a"
  for_each    = toset(["a"])
  image_tag   = each.key
  most_recent = true
}
`,
    `data "aws_ecr_image" "d" {
  repository_name = "a"
  registry_id = "111122223333"
}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual(FOUND);
  });

  it.each([
    `data "aws_ecr_image" "d" {
  repository_name = "a"
  image_tag = "a"
}
`,
    `data "aws_ecr_image" "d" {
  repository_name = "a"
  image_tag    = "a"
  image_digest = "sha256:a"
}
`,
    `data "aws_ecr_image" "d" {
  repository_name = "a"
  most_recent = true
}
`,
    `data "aws_ecr_image" "d" {
  repository_name = "a"
  most_recent = var.x
  image_tag   = var.y
}
`,
    `data "aws_ecr_image" "d" {
  repository_name = "a"
  most_recent = true
  image_tag   = null
}
`,
    `data "aws_ecr_image" "d" {
  repository_name = "a"
  image_tag = var.x
}
`,
    `data "aws_ecr_image" "d" {
  repository_name = "a"
  image_tag   = var.x == null ? null : "a"
  most_recent = var.x == null ? true : null
}
`,
    `data "aws_ecr_images" "d" {
  repository_name = "a"
}
`,
  ])('says nothing of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
