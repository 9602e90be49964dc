import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'access-resource-element';

const WRONG: readonly (readonly [string, string])[] = [
  [
    'the example of its page',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Resource  = "*"
      },
    ]
  })
}
`,
  ],
  [
    '"*"',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Resource  = "*"
      },
    ]
  })
}
`,
  ],
  [
    '["*"]',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Resource  = ["*"]
      },
    ]
  })
}
`,
  ],
  [
    '"arn:aws:ecr:eu-west-1:444455556666:repository/app"',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Resource  = "arn:aws:ecr:eu-west-1:444455556666:repository/app"
      },
    ]
  })
}
`,
  ],
  [
    'null',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Resource  = null
      },
    ]
  })
}
`,
  ],
  [
    '[]',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Resource  = []
      },
    ]
  })
}
`,
  ],
  [
    'NotResource',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect      = "Allow"
        Principal   = { AWS = "arn:aws:iam::111122223333:root" }
        Action      = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        NotResource = "*"
      },
    ]
  })
}
`,
  ],
  [
    'blocks',
    `data "aws_iam_policy_document" "d" {
  statement {
    actions   = ["ecr:BatchGetImage"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["111122223333"]
    }
  }
}
resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = data.aws_iam_policy_document.d.json
}
`,
  ],
  [
    'a template',
    `resource "aws_ecr_repository_creation_template" "t" {
  repository_policy = jsonencode({ Statement = { Resource = "*" } })
}
`,
  ],
  [
    'a variable',
    `variable "x" {
  type = string
}

variable "list" {
  type = list(string)
}

resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Resource  = var.x
      },
    ]
  })
}
`,
  ],
];

const SILENT: readonly (readonly [string, string])[] = [
  [
    'the example of its page',
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
    'the registry',
    `resource "aws_ecr_registry_policy" "app" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Resource  = "*"
      },
    ]
  })
}
`,
  ],
  [
    'an argument that may be null in blocks',
    `data "aws_iam_policy_document" "d" {
  statement {
    actions   = ["ecr:BatchGetImage"]
    resources = var.resources
  }
}
resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = data.aws_iam_policy_document.d.json
}
`,
  ],
  [
    'null in blocks',
    `data "aws_iam_policy_document" "d" {
  statement {
    actions   = ["ecr:BatchGetImage"]
    resources = null
  }
}
resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = data.aws_iam_policy_document.d.json
}
`,
  ],
];

describe(ID, () => {
  it.each(WRONG)('speaks: %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual(['warning access-resource-element']);
  });

  it.each(SILENT)('is silent: %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
