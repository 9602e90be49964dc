variable "first" { type = number }
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/unknown"
  policy = jsonencode({ rules = [
    { rulePriority = var.first, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } },
    { rulePriority = 2, selection = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 5 }, action = { type = "expire" } },
  ] })
}
