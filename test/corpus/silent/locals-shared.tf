locals {
  services = ["user", "gateway", "ui"]
  lifecycle_policy = jsonencode({
    rules = [
      { rulePriority = 1, selection = { tagStatus = "tagged", tagPrefixList = ["prod"], countType = "imageCountMoreThan", countNumber = 10 }, action = { type = "expire" } },
      { rulePriority = 2, selection = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 1 }, action = { type = "expire" } },
    ]
  })
}
resource "aws_ecr_repository" "service" {
  for_each = toset(local.services)
  name     = "shared/${each.key}"
}
resource "aws_ecr_lifecycle_policy" "service" {
  for_each   = aws_ecr_repository.service
  repository = each.value.name
  policy     = local.lifecycle_policy
}
