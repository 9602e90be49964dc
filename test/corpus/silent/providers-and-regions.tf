provider "aws" {
  alias  = "eu"
  region = "eu-west-1"
}
resource "aws_ecr_repository" "us" {
  name = "team/replicated"
}
resource "aws_ecr_repository" "eu" {
  provider = aws.eu
  name     = "team/replicated"
}
resource "aws_ecr_lifecycle_policy" "us" {
  repository = "team/replicated"
  policy     = local.policy
  depends_on = [aws_ecr_repository.us]
}
resource "aws_ecr_lifecycle_policy" "eu" {
  provider   = aws.eu
  repository = "team/replicated"
  policy     = local.policy
  depends_on = [aws_ecr_repository.eu]
}
locals {
  policy = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 9 }, action = { type = "expire" } }] })
}
