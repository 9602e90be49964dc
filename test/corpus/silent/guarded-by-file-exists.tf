# A custom policy is taken when somebody has put it there.
locals {
  custom   = "${path.module}/policies/custom.json"
  fallback = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 20 }, action = { type = "expire" } }] })
}

resource "aws_ecr_repository" "r" {
  name = "guarded/one"
}

resource "aws_ecr_lifecycle_policy" "r" {
  repository = aws_ecr_repository.r.name
  policy     = fileexists(local.custom) ? file(local.custom) : local.fallback
}

resource "aws_ecr_lifecycle_policy" "other" {
  repository = "guarded/two"
  policy     = try(file("${path.module}/policies/other.json"), local.fallback)
}

resource "aws_ecr_lifecycle_policy" "third" {
  repository = "guarded/three"
  policy     = can(file("${path.module}/third.json")) ? file("${path.module}/third.json") : local.fallback
}
