export const RULE =
  '{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } }';

export const OWNERS: Readonly<Record<string, (policy: string) => string>> = {
  resource: (policy) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy     = ${policy}
}
`,
  template: (policy) => `resource "aws_ecr_repository_creation_template" "t" {
  prefix           = "team"
  applied_for      = ["PULL_THROUGH_CACHE"]
  lifecycle_policy = ${policy}
}
`,
  'template of a module': (policy) => `module "t" {
  source           = "terraform-aws-modules/ecr/aws//modules/repository-template"
  lifecycle_policy = ${policy}
}
`,
};

export const VARIABLE = 'variable "on" {\n  type = bool\n}\n';
