import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'access-org-form';

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
        Principal = { AWS = "111122223333" }
        Action    = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Condition = { StringEquals = { "aws:PrincipalOrgID" = "r-abcd" } }
      },
    ]
  })
}
`,
  ],
  [
    'r-abcd',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "111122223333" }
        Action    = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Condition = { StringEquals = { "aws:PrincipalOrgID" = "r-abcd" } }
      },
    ]
  })
}
`,
  ],
  [
    'o-123',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "111122223333" }
        Action    = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-123" } }
      },
    ]
  })
}
`,
  ],
  [
    '111122223333',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "111122223333" }
        Action    = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Condition = { StringEquals = { "aws:PrincipalOrgID" = "111122223333" } }
      },
    ]
  })
}
`,
  ],
  [
    'O-1234567890',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "111122223333" }
        Action    = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Condition = { StringEquals = { "aws:PrincipalOrgID" = "O-1234567890" } }
      },
    ]
  })
}
`,
  ],
  [
    'ou-abcd-12345678',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "111122223333" }
        Action    = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Condition = { StringEquals = { "aws:PrincipalOrgID" = "ou-abcd-12345678" } }
      },
    ]
  })
}
`,
  ],
  [
    'my-org',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "111122223333" }
        Action    = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Condition = { StringEquals = { "aws:PrincipalOrgID" = "my-org" } }
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
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "111122223333" }
        Action    = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Condition = { StringEquals = { "aws:PrincipalOrgID" = "" } }
      },
    ]
  })
}
`,
  ],
  [
    'a path',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "111122223333" }
        Action    = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Condition = { StringLike = { "aws:PrincipalOrgPaths" = "o-1234567890/*" } }
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
        Principal = { AWS = "111122223333" }
        Action    = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-1234567890" } }
      },
    ]
  })
}
`,
  ],
  [
    'an id',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "111122223333" }
        Action    = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-1234567890" } }
      },
    ]
  })
}
`,
  ],
  [
    'a path',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "111122223333" }
        Action    = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Condition = { "ForAnyValue:StringLike" = { "aws:principalorgpaths" = "o-1234567890/*" } }
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
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "111122223333" }
        Action    = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Condition = { StringEquals = { "aws:PrincipalOrgID" = var.x } }
      },
    ]
  })
}
`,
  ],
  [
    'a variable of IAM',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "111122223333" }
        Action    = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Condition = { StringEquals = { "aws:PrincipalOrgID" = "$\${aws:ResourceOrgID}" } }
      },
    ]
  })
}
`,
  ],
  [
    'a wildcard',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "111122223333" }
        Action    = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Condition = { StringLike = { "aws:PrincipalOrgID" = "o-*" } }
      },
    ]
  })
}
`,
  ],
];

describe(ID, () => {
  it.each(WRONG)('speaks: %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual(['warning access-org-form']);
  });

  it.each(SILENT)('is silent: %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
