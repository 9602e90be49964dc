variable "environment" {
  type = string
}
locals {
  production = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 100 }, action = { type = "expire" } }] })
  other      = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "sinceImagePushed", countUnit = "days", countNumber = 14 }, action = { type = "expire" } }] })
}
resource "aws_ecr_lifecycle_policy" "this" {
  repository = "team/conditional"
  policy     = var.environment == "prod" ? local.production : local.other
}
