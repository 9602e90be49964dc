# One repository name in several regions, by the region argument of version 6.
locals {
  regions = toset(["eu-central-1", "us-east-1"])
}
resource "aws_ecr_repository" "this" {
  for_each = local.regions
  region   = each.key
  name     = "regions/app"
}
resource "aws_ecr_lifecycle_policy" "this" {
  for_each   = local.regions
  region     = each.key
  repository = "regions/app"
  policy     = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } }] })
  depends_on = [aws_ecr_repository.this]
}
resource "aws_ecr_lifecycle_policy" "asia" {
  region     = "ap-south-1"
  repository = "regions/app"
  policy     = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } }] })
  depends_on = [aws_ecr_repository.this]
}
