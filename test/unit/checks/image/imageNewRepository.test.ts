import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'image-new-repository';

describe(ID, () => {
  it.each([
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}
data "aws_ecr_image" "app" {
  repository_name = aws_ecr_repository.app.name
  most_recent     = true
}
`,
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}
data "aws_ecr_image" "app" {
  repository_name = aws_ecr_repository.app.id
  most_recent     = true
}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`info ${ID}`]);
  });

  it.each([
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}
data "aws_ecr_image" "app" {
  repository_name = "team/other"
  most_recent     = true
}
`,
    `data "aws_ecr_repository" "app" {
  name = "team/app"
}
data "aws_ecr_image" "app" {
  repository_name = data.aws_ecr_repository.app.name
  most_recent     = true
}
`,
  ])('is silent on what is right: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it.each([
    `data "aws_ecr_image" "app" {
  repository_name = var.name
  most_recent     = true
}
`,
    `data "aws_ecr_image" "app" {
  repository_name = module.m.name
  most_recent     = true
}
`,
  ])('is silent on what is not known: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
