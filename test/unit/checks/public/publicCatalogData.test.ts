import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'public-catalog-data';

describe(ID, () => {
  it.each([
    `resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
  catalog_data {
    architectures = ["amd64"]
  }
}
`,
    `resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
  catalog_data {
    architectures = ["x86-64", "arm64"]
  }
}
`,
    `resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
  catalog_data {
    operating_systems = ["linux"]
  }
}
`,
    `resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
  catalog_data {
    logo_image_blob = "logo.png"
  }
}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`hint ${ID}`]);
  });

  it.each([
    `resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
  catalog_data {
    architectures     = ["x86-64", "ARM 64"]
    operating_systems = ["Linux"]
    logo_image_blob   = "aGVsbG8="
  }
}
`,
    `resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
}
`,
  ])('is silent on what is right: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it.each([
    `resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
  catalog_data {
    architectures     = var.a
    operating_systems = [var.b]
    logo_image_blob   = filebase64("logo.png")
  }
}
`,
  ])('is silent on what is not known: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
