locals {
  limits = { "5" = ["feature-", "bug-"], "50" = ["release-"] }
  flat   = transpose(local.limits)
}
resource "aws_ecr_repository" "t" {
  name                 = "transposed"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
}
resource "aws_ecr_lifecycle_policy" "t" {
  repository = aws_ecr_repository.t.name
  policy = jsonencode({
    rules = [for prefix in keys(local.flat) : {
      rulePriority = index(keys(local.flat), prefix) + 1
      selection    = { tagStatus = "tagged", tagPrefixList = [prefix], countType = "imageCountMoreThan", countNumber = tonumber(one(local.flat[prefix])) }
      action       = { type = "expire" }
    }]
  })
}
