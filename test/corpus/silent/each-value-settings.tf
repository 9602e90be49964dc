locals {
  repositories = {
    "team/api" = { keep = 30, prefixes = ["v"] }
    "team/web" = { keep = 5, prefixes = ["v", "w"] }
  }
}
resource "aws_ecr_repository" "r" {
  for_each = local.repositories
  name     = each.key
}
resource "aws_ecr_lifecycle_policy" "r" {
  for_each   = local.repositories
  repository = aws_ecr_repository.r[each.key].name
  policy = jsonencode({
    rules = [for index, prefix in each.value.prefixes : {
      rulePriority = index + 1
      selection = {
        tagStatus     = "tagged"
        tagPrefixList = [prefix]
        countType     = "imageCountMoreThan"
        countNumber   = each.value.keep
      }
      action = { type = "expire" }
    }]
  })
}
