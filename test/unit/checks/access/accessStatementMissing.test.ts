import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'access-statement-missing';

const WRONG: readonly (readonly [string, string])[] = [
  [
    'the example of its page',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = []
  })
}
`,
  ],
  [
    'none',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = jsonencode({ Version = "2012-10-17" })
}
`,
  ],
  [
    'an empty object',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = jsonencode({})
}
`,
  ],
  [
    'JSON',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = "{}"
}
`,
  ],
  [
    'an empty list of JSON',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = "{\\"Statement\\":[]}"
}
`,
  ],
  [
    'an id alone',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = jsonencode({ Id = "a" })
}
`,
  ],
  [
    'a heredoc',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = <<EOF
{}
EOF
}
`,
  ],
  [
    'an empty local',
    `locals {
  s = []
}
resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = jsonencode({ Statement = local.s })
}
`,
  ],
  [
    'a filter that takes all',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = jsonencode({ Statement = [for s in [1, 2] : s if s > 2] })
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
    'one without a list',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = jsonencode({ Statement = { Effect = "Allow" } })
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
  policy     = jsonencode({ Statement = var.list })
}
`,
  ],
  [
    'a near miss',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = jsonencode({ Statements = [] })
}
`,
  ],
  [
    'a dynamic block',
    `variable "x" {
  type = string
}

variable "list" {
  type = list(string)
}

data "aws_iam_policy_document" "d" {
  dynamic "statement" {
    for_each = var.list
    content {
      actions = [statement.value]
    }
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
    expect(ruleIdsOnly(ID, text)).toEqual(['warning access-statement-missing']);
  });

  it.each(SILENT)('is silent: %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
