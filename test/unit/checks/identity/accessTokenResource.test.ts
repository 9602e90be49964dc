import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'access-token-resource';

const WRONG: readonly (readonly [string, string])[] = [
  [
    'the example of its page',
    `data "aws_ecr_repository" "app" {
  name = "app"
}

resource "aws_iam_policy" "ci" {
  name = "ci"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["ecr:GetAuthorizationToken", "ecr:BatchGetImage"]
        Resource = "arn:aws:ecr:eu-west-1:444455556666:repository/app"
      },
    ]
  })
}
`,
  ],
  [
    '"arn:aws:ecr:eu-west-1:444455556666:repository/app"',
    `data "aws_ecr_repository" "app" {
  name = "app"
}

resource "aws_iam_policy" "ci" {
  name = "ci"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ecr:GetAuthorizationToken"
        Resource = "arn:aws:ecr:eu-west-1:444455556666:repository/app"
      },
    ]
  })
}
`,
  ],
  [
    '["arn:aws:ecr:eu-west-1:444455556666:repository/app"]',
    `data "aws_ecr_repository" "app" {
  name = "app"
}

resource "aws_iam_policy" "ci" {
  name = "ci"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ecr:GetAuthorizationToken"
        Resource = ["arn:aws:ecr:eu-west-1:444455556666:repository/app"]
      },
    ]
  })
}
`,
  ],
  [
    '"arn:aws:ecr:*:*:repository/*"',
    `data "aws_ecr_repository" "app" {
  name = "app"
}

resource "aws_iam_policy" "ci" {
  name = "ci"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ecr:GetAuthorizationToken"
        Resource = "arn:aws:ecr:*:*:repository/*"
      },
    ]
  })
}
`,
  ],
  [
    '"app"',
    `data "aws_ecr_repository" "app" {
  name = "app"
}

resource "aws_iam_policy" "ci" {
  name = "ci"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ecr:GetAuthorizationToken"
        Resource = "app"
      },
    ]
  })
}
`,
  ],
  [
    'ecr:getauthorizationtoken',
    `data "aws_ecr_repository" "app" {
  name = "app"
}

resource "aws_iam_policy" "ci" {
  name = "ci"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ecr:getauthorizationtoken"
        Resource = "arn:aws:ecr:eu-west-1:444455556666:repository/app"
      },
    ]
  })
}
`,
  ],
  [
    'ecr-public:GetAuthorizationToken',
    `data "aws_ecr_repository" "app" {
  name = "app"
}

resource "aws_iam_policy" "ci" {
  name = "ci"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ecr-public:GetAuthorizationToken"
        Resource = "arn:aws:ecr:eu-west-1:444455556666:repository/app"
      },
    ]
  })
}
`,
  ],
  [
    'blocks',
    `resource "aws_ecr_repository" "r" {
  name = "r"
}
data "aws_iam_policy_document" "d" {
  statement {
    actions   = ["ecr:GetAuthorizationToken"]
    resources = ["arn:aws:ecr:eu-west-1:444455556666:repository/app"]
  }
}
`,
  ],
  [
    'a user',
    `data "aws_ecr_repository" "app" {
  name = "app"
}

resource "aws_iam_user_policy" "ci" {
  name = "ci"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ecr:GetAuthorizationToken"
        Resource = "arn:aws:ecr:eu-west-1:444455556666:repository/app"
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
    `data "aws_ecr_repository" "app" {
  name = "app"
}

resource "aws_iam_policy" "ci" {
  name = "ci"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ecr:GetAuthorizationToken"
        Resource = "*"
      },
      {
        Effect   = "Allow"
        Action   = "ecr:BatchGetImage"
        Resource = "arn:aws:ecr:eu-west-1:444455556666:repository/app"
      },
    ]
  })
}
`,
  ],
  [
    'everything',
    `data "aws_ecr_repository" "app" {
  name = "app"
}

resource "aws_iam_policy" "ci" {
  name = "ci"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ecr:GetAuthorizationToken"
        Resource = "*"
      },
    ]
  })
}
`,
  ],
  [
    'a wildcard for actions',
    `data "aws_ecr_repository" "app" {
  name = "app"
}

resource "aws_iam_policy" "ci" {
  name = "ci"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ecr:*"
        Resource = "arn:aws:ecr:eu-west-1:444455556666:repository/app"
      },
    ]
  })
}
`,
  ],
  [
    'other actions',
    `data "aws_ecr_repository" "app" {
  name = "app"
}

resource "aws_iam_policy" "ci" {
  name = "ci"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ecr:BatchGetImage"
        Resource = "arn:aws:ecr:eu-west-1:444455556666:repository/app"
      },
    ]
  })
}
`,
  ],
  [
    'everything among others',
    `data "aws_ecr_repository" "app" {
  name = "app"
}

resource "aws_iam_policy" "ci" {
  name = "ci"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ecr:GetAuthorizationToken"
        Resource = ["arn:aws:ecr:eu-west-1:444455556666:repository/app", "*"]
      },
    ]
  })
}
`,
  ],
  [
    'a resource that is not known',
    `variable "x" {
  type = string
}

variable "list" {
  type = list(string)
}

data "aws_ecr_repository" "app" {
  name = "app"
}

resource "aws_iam_policy" "ci" {
  name = "ci"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ecr:GetAuthorizationToken"
        Resource = var.x
      },
    ]
  })
}
`,
  ],
  [
    'Deny',
    `data "aws_ecr_repository" "app" {
  name = "app"
}

resource "aws_iam_policy" "ci" {
  name = "ci"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Deny"
        Action   = "ecr:GetAuthorizationToken"
        Resource = "arn:aws:ecr:eu-west-1:444455556666:repository/app"
      },
    ]
  })
}
`,
  ],
  [
    'a module without ECR',
    `data "aws_sqs_queue" "app" {
  name = "app"
}

resource "aws_iam_policy" "ci" {
  name = "ci"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ecr:GetAuthorizationToken"
        Resource = "arn:aws:ecr:eu-west-1:444455556666:repository/app"
      },
    ]
  })
}
`,
  ],
];

describe(ID, () => {
  it.each(WRONG)('speaks: %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual(['warning access-token-resource']);
  });

  it.each(SILENT)('is silent: %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
