import { describe, expect, it } from 'vitest';
import { fix as fixOnly, ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'document-type';
const FOUND = ['error document-type'];

describe(ID, () => {
  it.each([
    `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy     = { rules = [] }
}
`,
    `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy     = []
}
`,
    `locals {
  p = { rules = [] }
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy     = local.p
}
`,
    `resource "aws_ecr_repository_policy" "p" {
  repository = "app"
  policy     = { Statement = [] }
}
`,
    `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy     = data.aws_ecr_lifecycle_policy_document.d
}
`,
    `resource "aws_ecr_repository_policy" "p" {
  repository = "app"
  policy     = data.aws_iam_policy_document.d
}
`,
    `resource "aws_ecr_repository_policy" "p" {
  repository = "app"
  policy     = jsonencode(data.aws_iam_policy_document.d.json)
}
`,
    `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy     = jsonencode(data.aws_ecr_lifecycle_policy_document.d.json)
}
`,
    `resource "aws_ecr_repository_policy" "p" {
  repository = "app"
  policy     = jsonencode(jsonencode({}))
}
`,
    `resource "aws_ecr_registry_policy" "p" {
  policy = {}
}
`,
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "a"
  applied_for = ["REPLICATION"]
  lifecycle_policy = { rules = [] }
}
`,
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "a"
  applied_for = ["REPLICATION"]
  repository_policy = { Statement = [] }
}
`,
    `resource "aws_ecrpublic_repository_policy" "p" {
  repository_name = "ab"
  policy          = {}
}
`,
    `resource "aws_ecr_repository_policy" "p" {
  repository = "app"
  policy     = jsondecode("{}")
}
`,
    `resource "aws_ecr_repository_policy" "p" {
  repository = "app"
  policy     = merge({ Version = "2012-10-17" }, {})
}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual(FOUND);
  });

  it.each([
    `resource "aws_ecr_repository_policy" "p" {
  repository = "app"
  policy     = jsonencode({})
}
`,
    `resource "aws_ecr_repository_policy" "p" {
  repository = "app"
  policy     = var.policy
}
`,
    `resource "aws_ecr_repository_policy" "p" {
  repository = "app"
  policy     = data.aws_iam_policy_document.d.json
}
`,
    `resource "aws_ecr_repository_policy" "p" {
  repository = "app"
  policy     = file("x.json")
}
`,
    `resource "aws_ecr_repository_policy" "p" {
  repository = "app"
  policy     = "{}"
}
`,
    `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy     = jsonencode(local.p)
}
`,
    `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy     = data.aws_ecr_lifecycle_policy_document.d.json
}
`,
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "a"
  applied_for = ["REPLICATION"]
  lifecycle_policy = null
}
`,
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "a"
  applied_for = ["REPLICATION"]
  lifecycle_policy = ""
}
`,
    `resource "aws_ecr_repository_policy" "p" {
  repository = "app"
  policy     = local.unknown
}
`,
    `resource "aws_ecr_repository_policy" "p" {
  repository = "app"
  policy     = data.aws_iam_policy_document.d["a"].json
}
`,
    `resource "aws_ecr_repository_policy" "p" {
  repository = "app"
  policy     = templatefile("x.tftpl", {})
}
`,
    `resource "aws_ecr_repository_policy" "p" {
  repository = "app"
  policy     = try(var.p, "")
}
`,
  ])('says nothing of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it('wraps, unwraps and completes', () => {
    const policy = (text: string) => `resource "aws_ecr_registry_policy" "p" {\n  policy = ${text}\n}\n`;
    const object = '{\n    Version   = "2012-10-17"\n    Statement = local.statements\n  }';
    expect(fixOnly(policy(object), 'Wrap it in jsonencode')).toBe(policy(`jsonencode(${object})`));
    expect(fixOnly(policy('data.aws_iam_policy_document.d'), 'Add .json')).toBe(
      policy('data.aws_iam_policy_document.d.json'),
    );
    expect(fixOnly(policy('jsonencode(data.aws_iam_policy_document.d.json)'), 'Remove jsonencode')).toBe(
      policy('data.aws_iam_policy_document.d.json'),
    );
  });
});
