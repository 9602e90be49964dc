locals {
  services = ["Api", "Worker"]
  env      = terraform.workspace == "default" ? "dev" : terraform.workspace
}
resource "aws_ecr_repository" "this" {
  count = length(local.services)
  name  = replace(lower("Team/${element(local.services, count.index)}_${local.env}"), "_", "-")
}
resource "aws_ecr_repository" "second" {
  name = join("/", compact(["team", "", trimsuffix("second.git", ".git")]))
}
locals {
  policy = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } }] })
}
resource "aws_ecr_lifecycle_policy" "this" {
  count      = length(aws_ecr_repository.this)
  repository = element(aws_ecr_repository.this.*.name, count.index)
  policy     = local.policy
}
resource "aws_ecr_lifecycle_policy" "second" {
  repository = split("/", aws_ecr_repository.second.repository_url)[1]
  policy     = local.policy
}
resource "aws_ecr_lifecycle_policy" "third" {
  repository = trimprefix(aws_ecr_repository.second.arn, "arn:aws:ecr:eu-central-1:123456789012:repository/")
  policy     = local.policy
}
