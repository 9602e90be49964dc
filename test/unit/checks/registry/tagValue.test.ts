import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'tag-value';

describe(ID, () => {
  it.each([
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  tags                 = { purpose = "one image (two commands)" }

  image_scanning_configuration {
    scan_on_push = true
  }
}
`,
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  tags                 = { purpose = "a, b" }

  image_scanning_configuration {
    scan_on_push = true
  }
}
`,
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  tags                 = { "aws:owner" = "a" }

  image_scanning_configuration {
    scan_on_push = true
  }
}
`,
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  tags                 = { "AWS:owner" = "a" }

  image_scanning_configuration {
    scan_on_push = true
  }
}
`,
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  tags                 = { "a*b" = "c" }

  image_scanning_configuration {
    scan_on_push = true
  }
}
`,
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  tags                 = { a = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

  image_scanning_configuration {
    scan_on_push = true
  }
}
`,
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  tags                 = { "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" = "a" }

  image_scanning_configuration {
    scan_on_push = true
  }
}
`,
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  tags                 = {
    tag0 = "x"
    tag1 = "x"
    tag2 = "x"
    tag3 = "x"
    tag4 = "x"
    tag5 = "x"
    tag6 = "x"
    tag7 = "x"
    tag8 = "x"
    tag9 = "x"
    tag10 = "x"
    tag11 = "x"
    tag12 = "x"
    tag13 = "x"
    tag14 = "x"
    tag15 = "x"
    tag16 = "x"
    tag17 = "x"
    tag18 = "x"
    tag19 = "x"
    tag20 = "x"
    tag21 = "x"
    tag22 = "x"
    tag23 = "x"
    tag24 = "x"
    tag25 = "x"
    tag26 = "x"
    tag27 = "x"
    tag28 = "x"
    tag29 = "x"
    tag30 = "x"
    tag31 = "x"
    tag32 = "x"
    tag33 = "x"
    tag34 = "x"
    tag35 = "x"
    tag36 = "x"
    tag37 = "x"
    tag38 = "x"
    tag39 = "x"
    tag40 = "x"
    tag41 = "x"
    tag42 = "x"
    tag43 = "x"
    tag44 = "x"
    tag45 = "x"
    tag46 = "x"
    tag47 = "x"
    tag48 = "x"
    tag49 = "x"
    tag50 = "x"
  }

  image_scanning_configuration {
    scan_on_push = true
  }
}
`,
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  tags                 = {
    tag0 = "x"
    tag1 = "x"
    tag2 = "x"
    tag3 = "x"
    tag4 = "x"
    tag5 = "x"
    tag6 = "x"
    tag7 = "x"
    tag8 = "x"
    tag9 = "x"
    tag10 = "x"
    tag11 = "x"
    tag12 = "x"
    tag13 = "x"
    tag14 = "x"
    tag15 = "x"
    tag16 = "x"
    tag17 = "x"
    tag18 = "x"
    tag19 = "x"
    tag20 = "x"
    tag21 = "x"
    tag22 = "x"
    tag23 = "x"
    tag24 = "x"
    tag25 = "x"
    tag26 = "x"
    tag27 = "x"
    tag28 = "x"
    tag29 = "x"
    tag30 = "x"
    tag31 = "x"
    tag32 = "x"
    tag33 = "x"
    tag34 = "x"
    tag35 = "x"
    tag36 = "x"
    tag37 = "x"
    tag38 = "x"
    tag39 = "x"
    tag40 = "x"
    tag41 = "x"
    tag42 = "x"
    tag43 = "x"
    tag44 = "x"
  }

  image_scanning_configuration {
    scan_on_push = true
  }
}
provider "aws" {
  default_tags {
    tags = {
      d0 = "x"
      d1 = "x"
      d2 = "x"
      d3 = "x"
      d4 = "x"
      d5 = "x"
    }
  }
}
`,
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  tags                 = merge(var.tags, { purpose = "a#b" })

  image_scanning_configuration {
    scan_on_push = true
  }
}
`,
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  tags                 = { purpose = "\${var.x} (x)" }

  image_scanning_configuration {
    scan_on_push = true
  }
}
`,
    `resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
  tags            = { a = "b!" }
}
`,
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "hub"
  applied_for = ["PULL_THROUGH_CACHE"]
  resource_tags = { a = "b;c" }
}
`,
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  tags                 = local.tags

  image_scanning_configuration {
    scan_on_push = true
  }
}
locals {
  tags = { a = "<b>" }
}
`,
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  tags                 = { a = var.x ? "a?" : "b" }

  image_scanning_configuration {
    scan_on_push = true
  }
}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`error ${ID}`]);
  });

  it.each([
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  tags                 = { a = "ü", b = "a_b.c:d/e=f+g-h@i", c = "x y", d = "" }

  image_scanning_configuration {
    scan_on_push = true
  }
}
`,
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  tags                 = { "kubernetes.io/cluster/a" = "owned" }

  image_scanning_configuration {
    scan_on_push = true
  }
}
`,
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  tags                 = { cost = 12, on = true }

  image_scanning_configuration {
    scan_on_push = true
  }
}
`,
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  tags                 = {
    tag0 = "x"
    tag1 = "x"
    tag2 = "x"
    tag3 = "x"
    tag4 = "x"
    tag5 = "x"
    tag6 = "x"
    tag7 = "x"
    tag8 = "x"
    tag9 = "x"
    tag10 = "x"
    tag11 = "x"
    tag12 = "x"
    tag13 = "x"
    tag14 = "x"
    tag15 = "x"
    tag16 = "x"
    tag17 = "x"
    tag18 = "x"
    tag19 = "x"
    tag20 = "x"
    tag21 = "x"
    tag22 = "x"
    tag23 = "x"
    tag24 = "x"
    tag25 = "x"
    tag26 = "x"
    tag27 = "x"
    tag28 = "x"
    tag29 = "x"
    tag30 = "x"
    tag31 = "x"
    tag32 = "x"
    tag33 = "x"
    tag34 = "x"
    tag35 = "x"
    tag36 = "x"
    tag37 = "x"
    tag38 = "x"
    tag39 = "x"
    tag40 = "x"
    tag41 = "x"
    tag42 = "x"
    tag43 = "x"
    tag44 = "x"
    tag45 = "x"
    tag46 = "x"
    tag47 = "x"
    tag48 = "x"
    tag49 = "x"
  }

  image_scanning_configuration {
    scan_on_push = true
  }
}
`,
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  tags                 = {
    tag0 = "x"
    tag1 = "x"
    tag2 = "x"
    tag3 = "x"
    tag4 = "x"
    tag5 = "x"
    tag6 = "x"
    tag7 = "x"
    tag8 = "x"
    tag9 = "x"
    tag10 = "x"
    tag11 = "x"
    tag12 = "x"
    tag13 = "x"
    tag14 = "x"
    tag15 = "x"
    tag16 = "x"
    tag17 = "x"
    tag18 = "x"
    tag19 = "x"
    tag20 = "x"
    tag21 = "x"
    tag22 = "x"
    tag23 = "x"
    tag24 = "x"
    tag25 = "x"
    tag26 = "x"
    tag27 = "x"
    tag28 = "x"
    tag29 = "x"
    tag30 = "x"
    tag31 = "x"
    tag32 = "x"
    tag33 = "x"
    tag34 = "x"
    tag35 = "x"
    tag36 = "x"
    tag37 = "x"
    tag38 = "x"
    tag39 = "x"
    tag40 = "x"
    tag41 = "x"
    tag42 = "x"
    tag43 = "x"
    tag44 = "x"
  }

  image_scanning_configuration {
    scan_on_push = true
  }
}
provider "aws" {
  default_tags {
    tags = {
      tag0 = "x"
      tag1 = "x"
      d1 = "x"
    }
  }
}
`,
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  tags                 = { awsome = "a" }

  image_scanning_configuration {
    scan_on_push = true
  }
}
`,
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  tags                 = {}

  image_scanning_configuration {
    scan_on_push = true
  }
}
`,
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  tags                 = { a = "日本" }

  image_scanning_configuration {
    scan_on_push = true
  }
}
`,
  ])('is silent on what is right: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it.each([
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  tags                 = var.tags

  image_scanning_configuration {
    scan_on_push = true
  }
}
`,
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  tags                 = { a = var.x }

  image_scanning_configuration {
    scan_on_push = true
  }
}
`,
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  tags                 = merge(var.a, var.b)

  image_scanning_configuration {
    scan_on_push = true
  }
}
`,
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  tags                 = { (var.k) = "a" }

  image_scanning_configuration {
    scan_on_push = true
  }
}
`,
    `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  tags                 = { a = timestamp() }

  image_scanning_configuration {
    scan_on_push = true
  }
}
`,
  ])('is silent on what is not known: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
