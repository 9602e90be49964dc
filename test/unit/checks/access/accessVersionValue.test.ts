import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'access-version-value';

const WRONG: readonly (readonly [string, string])[] = [
  [
    'the example of its page',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2024-01-01"
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
    '2024-01-01',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2024-01-01"
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
    '2012-10-18',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-18"
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
    '1',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "1"
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
    '2012-17-10',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-17-10"
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
    '2008-10-18',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2008-10-18"
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
    'latest',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "latest"
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
    '2012_10_17',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012_10_17"
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
    '',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = ""
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
    '2008',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2008-10-17"
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
    Version = var.x
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
    'none',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = null
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
];

describe(ID, () => {
  it.each(WRONG)('speaks: %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual(['warning access-version-value']);
  });

  it.each(SILENT)('is silent: %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
