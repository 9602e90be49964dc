import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'block-count';
const FOUND = ['error block-count'];

describe(ID, () => {
  it.each([
    `resource "aws_ecr_replication_configuration" "r" {
  replication_configuration {
    rule {
    }
  }
}
`,
    `resource "aws_ecr_replication_configuration" "r" {
  replication_configuration {
    rule {
      repository_filter {
        filter      = "prod/"
        filter_type = "PREFIX_MATCH"
      }
    }
  }
}
`,
    `resource "aws_ecr_replication_configuration" "r" {
  replication_configuration {
  }
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "a"
  image_scanning_configuration {
    scan_on_push = true
  }
  image_scanning_configuration {
    scan_on_push = true
  }
}
`,
    `resource "aws_ecr_registry_scanning_configuration" "s" {
  scan_type = "BASIC"
  rule {
    scan_frequency = "MANUAL"
  }
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "a"
  image_scanning_configuration "x" {
    scan_on_push = true
  }
}
`,
    `resource "aws_ecr_replication_configuration" "r" {
  replication_configuration {
    rule {
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
    }
  }
}
`,
    `resource "aws_ecrpublic_repository" "p" {
  repository_name = "ab"
  catalog_data {
  }
  catalog_data {
  }
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "a"
  dynamic "image_scanning_configuration" {
    for_each = [true, false]
    content {
      scan_on_push = image_scanning_configuration.value
    }
  }
}
`,
    `resource "aws_ecr_replication_configuration" "r" {
  replication_configuration {
    rule {
      dynamic "destination" {
        for_each = []
        content {
          region      = "eu-west-1"
          registry_id = "111122223333"
        }
      }
    }
  }
}
`,
    `data "aws_ecr_lifecycle_policy_document" "d" {
  rule {
    priority = 1
    action {
      type = "expire"
    }
    action {
      type = "expire"
    }
    selection {
      tag_status   = "any"
      count_type   = "imageCountMoreThan"
      count_number = 3
    }
  }
}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual(FOUND);
  });

  it.each([
    `resource "aws_ecr_replication_configuration" "r" {
  replication_configuration {
    rule {
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
    }
  }
}
`,
    `resource "aws_ecr_replication_configuration" "r" {
  replication_configuration {
    rule {
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
    }
  }
}
`,
    `resource "aws_ecr_replication_configuration" "r" {}
`,
    `resource "aws_ecr_repository" "a" {
  name = "a"
  image_scanning_configuration {
    scan_on_push = true
  }
}
`,
    `resource "aws_ecr_registry_scanning_configuration" "s" {
  scan_type = "BASIC"
}
`,
    `resource "aws_ecr_registry_scanning_configuration" "s" {
  scan_type = "BASIC"
  rule {
    scan_frequency = "MANUAL"
    repository_filter {
      filter      = "*"
      filter_type = "WILDCARD"
    }
  }
  rule {
    scan_frequency = "MANUAL"
    repository_filter {
      filter      = "*"
      filter_type = "WILDCARD"
    }
  }
}
`,
    `resource "aws_ecr_replication_configuration" "r" {
  replication_configuration {
    rule {
      dynamic "destination" {
        for_each = var.regions
        content {
          region      = destination.value
          registry_id = "111122223333"
        }
      }
    }
  }
}
`,
    `resource "aws_ecr_replication_configuration" "r" {
  replication_configuration {
    rule {
      destinations {
        region = "eu-west-1"
      }
    }
  }
}
`,
    `resource "aws_ecr_registry_scanning_configuration" "s" {
  scan_type = "BASIC"
  rule {
    scan_frequency    = "MANUAL"
    repository_filter = {}
  }
}
`,
    `data "aws_ecr_lifecycle_policy_document" "d" {}
`,
    `data "aws_ecrpublic_images" "d" {
  repository_name = "ab"
  image_ids {
  }
  image_ids {
  }
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "a"
  dynamic "image_scanning_configuration" {
    for_each = var.scan ? [true] : []
    content {
      scan_on_push = true
    }
  }
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "ab"
  dynamic "image_scanning_configuration" {
    for_each = var.scan ? [true] : []
    content {
      scan_on_push = true
    }
  }
  dynamic "image_scanning_configuration" {
    for_each = var.scan ? [] : [false]
    content {
      scan_on_push = false
    }
  }
}
`,
  ])('says nothing of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it('warns of a second block that does nothing', () => {
    const block = '  encryption_configuration {\n    encryption_type = "AES256"\n  }\n';
    expect(ruleIdsOnly(ID, `resource "aws_ecr_repository" "a" {\n  name = "a"\n${block}${block}}\n`)).toEqual([
      'warning block-count',
    ]);
  });
});
