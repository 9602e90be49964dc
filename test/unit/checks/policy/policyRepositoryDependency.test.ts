import { describe, expect, it } from 'vitest';
import { fix, ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'policy-repository-dependency';

describe(ID, () => {
  it.each([
    `resource "aws_ecr_repository" "a" {
  name = "team/app"
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/app"
  policy     = var.policy
}
`,
    `resource "aws_ecr_repository" "a" {
  name = var.name
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = var.name
  policy     = var.policy
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "\${var.app}-api"
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "\${var.app}-api"
  policy     = var.policy
}
`,
    `resource "aws_ecr_repository" "a" {
  name = local.name
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = local.name
  policy     = var.policy
}
locals {
  name = "team/app"
}
`,
    `resource "aws_ecr_repository" "a" {
  name = var.name
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = local.name
  policy     = var.policy
}
locals {
  name = var.name
}
`,
    `resource "aws_ecr_repository" "a" {
  for_each = var.names
  name = each.key
}
resource "aws_ecr_lifecycle_policy" "p" {
  for_each = var.names
  repository = each.key
  policy     = var.policy
}
`,
    `resource "aws_ecr_repository" "a" {
  count = 2
  name = var.names[count.index]
}
resource "aws_ecr_lifecycle_policy" "p" {
  count = 2
  repository = var.names[count.index]
  policy     = var.policy
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "team/app"
}
data "aws_ecr_repository" "a" {
  name = "team/app"
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = data.aws_ecr_repository.a.name
  policy     = var.policy
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "team/app"
}
resource "aws_ecr_repository_policy" "p" {
  repository = "team/app"
  policy     = var.policy
}
`,
    `resource "aws_ecrpublic_repository" "a" {
  repository_name = "app"
}
resource "aws_ecrpublic_repository_policy" "p" {
  repository_name = "app"
  policy          = var.policy
}
`,
    `resource "aws_ecr_repository" "a" {
  name = lower(var.name)
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = lower(var.name)
  policy     = var.policy
}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`warning ${ID}`]);
  });

  it.each([
    `resource "aws_ecr_repository" "a" {
  name = "team/app"
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = aws_ecr_repository.a.name
  policy     = var.policy
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "team/app"
}
resource "aws_ecr_lifecycle_policy" "p" {
  depends_on = [aws_ecr_repository.a]
  repository = "team/app"
  policy     = var.policy
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "team/app"
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/other"
  policy     = var.policy
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "team/app"
}
resource "aws_ecr_lifecycle_policy" "p" {
  region     = "eu-west-1"
  repository = "team/app"
  policy     = var.policy
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "team/app"
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = local.repository
  policy     = var.policy
}
locals {
  repository = aws_ecr_repository.a.name
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "team/app"
}
resource "aws_ecr_repository_policy" "p" {
  repository = "team/app"
  policy     = data.aws_iam_policy_document.d.json
}
data "aws_iam_policy_document" "d" {
  statement {
    resources = [aws_ecr_repository.a.arn]
  }
}
`,
    `resource "aws_ecr_repository" "a" {
  for_each = var.names
  name = each.key
}
resource "aws_ecr_lifecycle_policy" "p" {
  for_each = aws_ecr_repository.a
  repository = each.value.name
  policy     = var.policy
}
`,
    `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/app"
  policy     = var.policy
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "team/app"
}
resource "aws_ecr_lifecycle_policy" "p" {
  provider   = aws.eu
  repository = "team/app"
  policy     = var.policy
}
`,
    `resource "aws_ecr_repository" "a" {
  for_each = var.names
  name = each.key
}
resource "aws_ecr_lifecycle_policy" "p" {
  for_each = toset([for r in aws_ecr_repository.a : r.name])
  repository = each.key
  policy     = var.policy
}
`,
  ])('is silent on what is right: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it.each([
    `resource "aws_ecr_repository" "a" {
  name = var.name
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = var.other
  policy     = var.policy
}
`,
    `resource "aws_ecr_repository" "a" {
  for_each = var.names
  name = each.key
}
resource "aws_ecr_lifecycle_policy" "p" {
  for_each = var.others
  repository = each.key
  policy     = var.policy
}
`,
    `resource "aws_ecr_repository" "a" {
  count = var.on ? 1 : 0
  name = "team/app"
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/app"
  policy     = var.policy
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "team/\${uuid()}"
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/\${uuid()}"
  policy     = var.policy
}
`,
    `resource "aws_ecr_repository" "a" {
  lifecycle {
    enabled = var.on
  }
  name = "team/app"
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/app"
  policy     = var.policy
}
`,
    `resource "aws_ecr_repository" "a" {
  name = var.a ? "x" : "y"
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "x"
  policy     = var.policy
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "team/app"
}
resource "aws_ecr_repository" "b" {
  name = "team/app"
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/app"
  policy     = var.policy
}
`,
  ])('is silent on what is not known: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it('offers Change it to aws_ecr_repository.a.name', () => {
    expect(
      fix(
        `resource "aws_ecr_repository" "a" {
  name = "team/app"
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/app"
  policy     = var.policy
}
`,
        'Change it to aws_ecr_repository.a.name',
      ),
    ).toBe(`resource "aws_ecr_repository" "a" {
  name = "team/app"
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = aws_ecr_repository.a.name
  policy     = var.policy
}
`);
  });

  it('offers Change it to aws_ecr_repository.a[each.key].name', () => {
    expect(
      fix(
        `resource "aws_ecr_repository" "a" {
  for_each = toset(["a"])
  name = each.key
}
resource "aws_ecr_lifecycle_policy" "p" {
  for_each = toset(["a"])
  repository = each.key
  policy     = var.policy
}
`,
        'Change it to aws_ecr_repository.a[each.key].name',
      ),
    ).toBe(`resource "aws_ecr_repository" "a" {
  for_each = toset(["a"])
  name = each.key
}
resource "aws_ecr_lifecycle_policy" "p" {
  for_each = toset(["a"])
  repository = aws_ecr_repository.a[each.key].name
  policy     = var.policy
}
`);
  });
});
