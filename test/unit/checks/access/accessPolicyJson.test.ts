import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'access-policy-json';

const WRONG: readonly (readonly [string, string])[] = [
  [
    'the example of its page',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = <<-EOF
    {
      "Version": "2012-10-17",
      "Statement" [{ "Effect": "Allow" }]
    }
  EOF
}
`,
  ],
  [
    'an empty text',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = ""
}
`,
  ],
  [
    'a list',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = jsonencode([])
}
`,
  ],
  [
    'a word',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = "none"
}
`,
  ],
  [
    'a number',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = jsonencode(5)
}
`,
  ],
  [
    'a text',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = jsonencode("x")
}
`,
  ],
  [
    'a list in a text',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = "[]"
}
`,
  ],
  [
    'no quotes',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = "{Version: 1}"
}
`,
  ],
  [
    'half a text',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = "{"
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
    'a variable',
    `variable "x" {
  type = string
}

variable "list" {
  type = list(string)
}

resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = var.x
}
`,
  ],
  [
    'an object',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = "{}"
}
`,
  ],
  [
    'a text with a part that is not known',
    `variable "x" {
  type = string
}

variable "list" {
  type = list(string)
}

resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = "{\\"Id\\": \\"\${var.x}\\"}"
}
`,
  ],
  [
    'null',
    `resource "aws_ecr_repository_policy" "app" {
  repository = "team/app"
  policy     = null
}
`,
  ],
];

describe(ID, () => {
  it.each(WRONG)('speaks: %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual(['error access-policy-json']);
  });

  it.each(SILENT)('is silent: %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
