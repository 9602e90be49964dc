locals {
  config = yamldecode(file("${path.module}/repositories.yaml"))
}
resource "aws_ecr_repository" "this" {
  for_each = local.config.repositories
  name     = each.key
}
resource "aws_ecr_lifecycle_policy" "this" {
  for_each   = local.config.repositories
  repository = aws_ecr_repository.this[each.key].name
  policy     = jsonencode({ rules = each.value.rules })
}
