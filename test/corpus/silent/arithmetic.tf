locals {
  releases     = 12
  architecture = 3
  spare        = 1e1
  weeks        = 2.0
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "arithmetic/app"
  policy = jsonencode({ rules = [
    { rulePriority = 1 + 0, selection = { tagStatus = "untagged", countType = "imageCountMoreThan", countNumber = local.releases * (local.architecture + 1) + local.spare }, action = { type = "expire" } },
    { rulePriority = max(2, 1), selection = { tagStatus = "any", countType = "sinceImagePushed", countUnit = "days", countNumber = local.weeks * 7 + floor(0.5) }, action = { type = "expire" } },
  ] })
}
