locals {
  repositories = yamldecode(<<-YAML
    repositories:
      - name: yaml/api
        keep: 10
      - name: yaml/web
  YAML
  ).repositories
  by_name = { for r in local.repositories : r.name => r }
}
resource "aws_ecr_repository" "this" {
  for_each = local.by_name
  name     = each.key
}
resource "aws_ecr_lifecycle_policy" "this" {
  for_each   = { for name, r in local.by_name : name => r if can(r.keep) }
  repository = aws_ecr_repository.this[each.key].name
  policy = jsonencode({ rules = [
    { rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = each.value.keep }, action = { type = "expire" } },
  ] })
}
