import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'access-lifecycle-mixup';

const WRONG: readonly (readonly [string, string])[] = [
  [
    'the example of its page',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "untagged", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } }] })
}
`,
  ],
  [
    'IAM JSON in a lifecycle policy',
    `resource "aws_ecr_lifecycle_policy" "app" {
  repository = "team/app"
  policy     = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "ecr:*" }] })
}
`,
  ],
  [
    'IAM JSON in a heredoc',
    `resource "aws_ecr_lifecycle_policy" "app" {
  repository = "team/app"
  policy     = <<EOF
{ "Version": "2012-10-17", "Statement": [] }
EOF
}
`,
  ],
  [
    'a data source of IAM',
    `data "aws_iam_policy_document" "d" {
  statement {
    actions = ["ecr:BatchGetImage"]
  }
}
resource "aws_ecr_lifecycle_policy" "app" {
  repository = "team/app"
  policy     = data.aws_iam_policy_document.d.json
}
`,
  ],
  [
    'a data source of lifecycle policies',
    `data "aws_ecr_lifecycle_policy_document" "d" {
  rule {
    priority = 1
    selection {
      tag_status   = "untagged"
      count_type   = "imageCountMoreThan"
      count_number = 5
    }
  }
}
resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = data.aws_ecr_lifecycle_policy_document.d.json
}
`,
  ],
  [
    'a template',
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix            = "x"
  applied_for       = ["REPLICATION"]
  repository_policy = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "untagged", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } }] })
}
`,
  ],
  [
    'a template, the reverse',
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix           = "x"
  applied_for      = ["REPLICATION"]
  lifecycle_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "ecr:*" }] })
}
`,
  ],
  [
    'the registry',
    `resource "aws_ecr_registry_policy" "app" {
  policy = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "untagged", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } }] })
}
`,
  ],
  [
    'a local',
    `locals {
  p = { Statement = [] }
}
resource "aws_ecr_lifecycle_policy" "app" {
  repository = "team/app"
  policy     = jsonencode(local.p)
}
`,
  ],
];

const SILENT: readonly (readonly [string, string])[] = [
  [
    'the example of its page',
    `resource "aws_ecr_lifecycle_policy" "app" {
  repository = "team/app"
  policy     = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "untagged", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } }] })
}
`,
  ],
  [
    'an access policy',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
      },
    ]
  })
}
`,
  ],
  [
    'a lifecycle policy',
    `resource "aws_ecr_lifecycle_policy" "app" {
  repository = "team/app"
  policy     = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "untagged", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } }] })
}
`,
  ],
  [
    'what is not known',
    `variable "x" {
  type = string
}

variable "list" {
  type = list(string)
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = "team/app"
  policy     = var.x
}
resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = var.x
}
`,
  ],
  [
    'neither',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = jsonencode({ Version = "2012-10-17" })
}
`,
  ],
];

describe(ID, () => {
  it.each(WRONG)('speaks: %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual(['error access-lifecycle-mixup']);
  });

  it.each(SILENT)('is silent: %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
