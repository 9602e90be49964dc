import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'access-action-no-effect';

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
        Action    = ["ecr:GetAuthorizationToken"]
      },
    ]
  })
}
`,
  ],
  [
    'ecr:GetAuthorizationToken',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = ["ecr:GetAuthorizationToken"]
      },
    ]
  })
}
`,
  ],
  [
    'ecr:getauthorizationtoken',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = ["ecr:getauthorizationtoken"]
      },
    ]
  })
}
`,
  ],
  [
    'ecr:DescribeRegistry',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = ["ecr:DescribeRegistry"]
      },
    ]
  })
}
`,
  ],
  [
    'ecr:GetRegistryPolicy',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = ["ecr:GetRegistryPolicy"]
      },
    ]
  })
}
`,
  ],
  [
    'ecr:PutReplicationConfiguration',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = ["ecr:PutReplicationConfiguration"]
      },
    ]
  })
}
`,
  ],
  [
    'ecr:CreatePullThroughCacheRule',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = ["ecr:CreatePullThroughCacheRule"]
      },
    ]
  })
}
`,
  ],
  [
    'ecr:PutAccountSetting',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = ["ecr:PutAccountSetting"]
      },
    ]
  })
}
`,
  ],
  [
    'ecr:DeleteSigningConfiguration',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = ["ecr:DeleteSigningConfiguration"]
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
    'ecr:DescribeImages',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = ["ecr:DescribeImages"]
      },
    ]
  })
}
`,
  ],
  [
    'ecr:*',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = ["ecr:*"]
      },
    ]
  })
}
`,
  ],
  [
    'ecr:Get*',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = ["ecr:Get*"]
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
        Action    = ["ecr:GetAuthorizationToken"]
        Resource  = "*"
      },
    ]
  })
}
`,
  ],
  [
    'Deny',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Deny"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = ["ecr:GetAuthorizationToken"]
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
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = var.x
      },
    ]
  })
}
`,
  ],
];

describe(ID, () => {
  it.each(WRONG)('speaks: %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual(['hint access-action-no-effect']);
  });

  it.each(SILENT)('is silent: %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
