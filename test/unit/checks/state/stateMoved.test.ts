import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'state-moved';

describe(ID, () => {
  it.each([
    `resource "aws_ecr_repository" "a" {
  name = "team/api"
}
resource "aws_ecr_repository" "b" {
  name = "team/api"
}
moved {
  from = aws_ecr_repository.a
  to   = aws_ecr_repository.b
}
`,
    `resource "aws_ecr_repository" "b" {
  name = "team/api"
}
moved {
  from = "aws_ecr_repository.a"
  to   = aws_ecr_repository.b
}
`,
    `resource "aws_ecr_repository" "b" {
  name = "team/api"
}
moved {
  from = aws_ecr_repository.a
  to   = "aws_ecr_repository.b"
}
`,
    `resource "aws_ecr_repository" "b" {
  name = "team/api"
}
moved {
  from = aws_ecr_repository.b
  to   = aws_ecr_repository.b
}
`,
    `resource "aws_ecr_repository" "b" {
  name = "team/api"
}
moved {
  from = aws_ecr_repository.a
}
`,
    `resource "aws_ecr_repository" "b" {
  name = "team/api"
}
moved {
  to = aws_ecr_repository.b
}
`,
    `resource "aws_ecr_repository" "b" {
  name = "team/api"
}
moved {
  from = aws_ecr_repository.a.name
  to   = aws_ecr_repository.b
}
`,
    `resource "aws_ecr_repository" "b" {
  name = "team/api"
}
moved {
  from = (aws_ecr_repository.a)
  to   = aws_ecr_repository.b
}
`,
    `resource "aws_ecr_repository" "b" {
  name = "team/api"
}
moved {
  from = aws_ecr_repository.a[*]
  to   = aws_ecr_repository.b
}
`,
    `resource "aws_ecr_repository" "b" {
  for_each = toset(["x"])
  name     = "team/\${each.key}"
}
moved {
  from = aws_ecr_repository.a
  to   = aws_ecr_repository.b[local.k]
}
`,
    `resource "aws_ecr_repository" "a" {
  for_each = toset(["x", "y"])
  name     = "team/\${each.key}"
}
moved {
  from = aws_ecr_repository.a["x"]
  to   = aws_ecr_repository.a["y"]
}
`,
    `resource "aws_ecr_repository" "a" {
  count = 0
  name  = "team/api"
}
resource "aws_ecr_repository" "b" {
  name = "team/api"
}
moved {
  from = aws_ecr_repository.a
  to   = aws_ecr_repository.b
}
`,
    `resource "aws_ecr_repository" "a" {
  for_each = toset(["x"])
  name     = "team/\${each.key}"
}
resource "aws_ecr_repository" "b" {
  for_each = toset(["x"])
  name     = "team/\${each.key}"
}
moved {
  from = aws_ecr_repository.a
  to   = aws_ecr_repository.b
}
`,
    `resource "aws_ecrpublic_repository" "b" {
  repository_name = "api"
}
moved {
  from = aws_ecr_repository.a
  to   = aws_ecrpublic_repository.b
}
`,
    `resource "aws_ecr_repository" "b" {
  name = "team/api"
}
moved {
  from = aws_ecr_repository.a
  to   = aws_ecr_repository.b
}
moved {
  from = aws_ecr_repository.c
  to   = aws_ecr_repository.b
}
`,
    `resource "aws_ecr_repository" "b" {
  name = "team/api"
}
resource "aws_ecr_repository" "d" {
  name = "team/api"
}
moved {
  from = aws_ecr_repository.a
  to   = aws_ecr_repository.b
}
moved {
  from = aws_ecr_repository.a
  to   = aws_ecr_repository.d
}
`,
    `moved {
  from = aws_ecr_repository.a
  to   = module.m
}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`error ${ID}`]);
  });

  it.each([
    `moved {
  from = aws_ecr_repository.a
  to   = aws_ecr_repository.b
}
`,
    `resource "aws_ecr_repository" "b" {
  for_each = toset(["x"])
  name     = "team/\${each.key}"
}
moved {
  from = aws_ecr_repository.a
  to   = aws_ecr_repository.b["y"]
}
`,
    `resource "aws_ecr_repository" "b" {
  name = "team/api"
}
moved {
  from = aws_ecr_repository.a
  to   = aws_ecr_repository.b["x"]
}
`,
    `resource "aws_ecr_repository" "b" {
  count = 1
  name  = "team/api"
}
moved {
  from = aws_ecr_repository.a
  to   = aws_ecr_repository.b[1]
}
`,
    `resource "aws_ecr_repository" "b" {
  count = 1
  name  = "team/api"
}
moved {
  from = aws_ecr_repository.a
  to   = aws_ecr_repository.b["0"]
}
`,
    `resource "aws_ecr_repository" "b" {
  for_each = toset(["x"])
  name     = "team/\${each.key}"
}
moved {
  from = aws_ecr_repository.a["x"]
  to   = aws_ecr_repository.b
}
`,
    `resource "aws_ecr_repository" "a" {
  for_each = toset(["y"])
  name     = "team/\${each.key}"
}
moved {
  from = aws_ecr_repository.a["x"]
  to   = aws_ecr_repository.a["y"]
}
`,
    `resource "aws_ecr_lifecycle_policy" "x" {
  repository = "a"
  policy     = var.policy
}
moved {
  from = aws_ecr_lifecycle_policy.a
  to   = aws_ecr_lifecycle_policy.b
}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`warning ${ID}`]);
  });

  it.each([
    `resource "aws_ecr_repository" "b" {
  name = "team/api"
}
moved {
  from = aws_ecr_repository.a
  to   = aws_ecr_repository.b
}
`,
    `resource "aws_ecr_repository" "b" {
  for_each = toset(["x"])
  name     = "team/\${each.key}"
}
moved {
  from = aws_ecr_repository.a
  to   = aws_ecr_repository.b["x"]
}
`,
    `resource "aws_ecr_repository" "b" {
  for_each = toset(["x"])
  name     = "team/\${each.key}"
}
moved {
  from = aws_ecr_repository.a["x"]
  to   = aws_ecr_repository.b["x"]
}
`,
    `resource "aws_ecr_repository" "a" {
  for_each = toset(["x"])
  name     = "team/\${each.key}"
}
moved {
  from = aws_ecr_repository.a
  to   = aws_ecr_repository.a["x"]
}
`,
    `resource "aws_ecr_repository" "a" {
  name = "team/api"
}
moved {
  from = aws_ecr_repository.a["x"]
  to   = aws_ecr_repository.a
}
`,
    `resource "aws_ecr_repository" "b" {
  count = 2
  name  = "team/api"
}
moved {
  from = aws_ecr_repository.a
  to   = aws_ecr_repository.b[0]
}
`,
    `resource "aws_ecr_repository" "b" {
  for_each = toset(["x"])
  name     = "team/\${each.key}"
}
moved {
  from = aws_ecr_repository.a
  to   = aws_ecr_repository.b
}
`,
    `resource "aws_ecr_repository" "c" {
  name = "team/api"
}
moved {
  from = aws_ecr_repository.a
  to   = aws_ecr_repository.b
}
moved {
  from = aws_ecr_repository.b
  to   = aws_ecr_repository.c
}
`,
    `moved {
  from = aws_ecr_repository.a
  to   = aws_ecr_repository.b
}
removed {
  from = aws_ecr_repository.b

  lifecycle {
    destroy = false
  }
}
`,
    `resource "aws_ecr_repository" "b" {
  name = "team/api"
}
moved {
  from = aws_ecr_repository.a
  to   = aws_ecr_repository.b
}
moved {
  from = aws_ecr_repository.a
  to   = aws_ecr_repository.b
}
`,
    `resource "aws_ecr_repository" "a" {
  for_each = toset(["y"])
  name     = each.value
}
moved {
  from = aws_ecr_repository.old
  to   = aws_ecr_repository.a["y"]
}
`,
    `resource "aws_ecr_repository" "b" {
  name = "team/api"
}
moved {
  from = resource.aws_ecr_repository.a
  to   = aws_ecr_repository.b
}
`,
    `moved {
  from = aws_iam_role.a
  to   = aws_iam_role.b
}
`,
    `moved {
  from = module.a
  to   = module.b
}
`,
  ])('is silent on what is right: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it.each([
    `resource "aws_ecr_repository" "b" {
  for_each = var.names
  name     = "team/\${each.key}"
}
moved {
  from = aws_ecr_repository.a
  to   = aws_ecr_repository.b["x"]
}
`,
    `resource "aws_ecr_repository" "b" {
  count = var.on ? 1 : 0
  name = "team/api"
}
moved {
  from = aws_ecr_repository.a
  to   = aws_ecr_repository.b[0]
}
`,
    `module "m" {
  source = "example.org/m/x"
}
moved {
  from = aws_ecr_repository.a
  to   = module.m.aws_ecr_repository.a
}
`,
    `resource "aws_ecr_repository" "a" {
  for_each = toset(["y"])
  name     = "team/\${local.names[each.key]}"
}
moved {
  from = aws_ecr_repository.a["x"]
  to   = aws_ecr_repository.a["y"]
}
`,
    `moved {
  from = aws_ecr_repository.
  to   = aws_ecr_repository.b
}
resource "aws_ecr_repository" "b" {
  name = "team/api"
}
`,
  ])('is silent on what is not known: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
