variable "environment" {
  type = string
}
locals {
  production = var.environment == "production"
}
resource "aws_ecr_repository" "app" {
  name = "environment/app"
}
resource "aws_ecr_lifecycle_policy" "production" {
  count      = local.production ? 1 : 0
  repository = "environment/app"
  policy     = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } }] })
}
resource "aws_ecr_lifecycle_policy" "staging" {
  count      = var.environment == "staging" ? 1 : 0
  repository = "environment/app"
  policy     = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } }] })
}
resource "aws_ecr_lifecycle_policy" "others" {
  for_each   = toset(contains(["production", "staging"], var.environment) ? [] : ["environment/app"])
  repository = each.value
  policy     = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } }] })
}
