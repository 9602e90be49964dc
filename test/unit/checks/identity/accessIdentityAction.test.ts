import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'access-identity-action';

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
        Action   = "ecr:DescribeImage"
        Resource = "*"
      },
    ]
  })
}
`,
  ],
  [
    'ecr:PushImage',
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
        Action   = "ecr:PushImage"
        Resource = "*"
      },
    ]
  })
}
`,
  ],
  [
    'ecr:PullImage',
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
        Action   = "ecr:PullImage"
        Resource = "*"
      },
    ]
  })
}
`,
  ],
  [
    'ecr:DescribeImage',
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
        Action   = "ecr:DescribeImage"
        Resource = "*"
      },
    ]
  })
}
`,
  ],
  [
    'ecr:BatchGetImages',
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
        Action   = "ecr:BatchGetImages"
        Resource = "*"
      },
    ]
  })
}
`,
  ],
  [
    'ecr-public:Push',
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
        Action   = "ecr-public:Push"
        Resource = "*"
      },
    ]
  })
}
`,
  ],
  [
    'ecr:Foo*',
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
        Action   = "ecr:Foo*"
        Resource = "*"
      },
    ]
  })
}
`,
  ],
  [
    'ECR:ListImage',
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
        Action   = "ECR:ListImage"
        Resource = "*"
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
    actions   = ["ecr:PushImage"]
    resources = ["*"]
  }
}
`,
  ],
  [
    'a role',
    `data "aws_ecr_repository" "app" {
  name = "app"
}

resource "aws_iam_role_policy" "ci" {
  name = "ci"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ecr:PushImage"
        Resource = "*"
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
        Action   = "ecr:DescribeImages"
        Resource = "*"
      },
    ]
  })
}
`,
  ],
  [
    'ecr:*',
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
        Resource = "*"
      },
    ]
  })
}
`,
  ],
  [
    'ecr:Batch*',
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
        Action   = "ecr:Batch*"
        Resource = "*"
      },
    ]
  })
}
`,
  ],
  [
    's3:Nothing',
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
        Action   = "s3:Nothing"
        Resource = "*"
      },
    ]
  })
}
`,
  ],
  [
    '*',
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
        Action   = "*"
        Resource = "*"
      },
    ]
  })
}
`,
  ],
  [
    'ecr:GetAuthorizationToken',
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
        Action   = "ecr:PushImage"
        Resource = "*"
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
        Action   = var.x
        Resource = "*"
      },
    ]
  })
}
`,
  ],
  [
    'a policy with principals',
    `resource "aws_ecr_repository" "r" {
  name = "r"
}
data "aws_iam_policy_document" "d" {
  statement {
    actions = ["ecr:PushImage"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}
`,
  ],
];

describe(ID, () => {
  it.each(WRONG)('speaks: %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual(['warning access-identity-action']);
  });

  it.each(SILENT)('is silent: %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
