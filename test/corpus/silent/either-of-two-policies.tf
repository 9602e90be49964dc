# One of the two exists, never both.
variable "by_age" {
  type = bool
}

resource "aws_ecr_repository" "app" {
  name = "either/app"
}

resource "aws_ecr_lifecycle_policy" "by_age" {
  count      = var.by_age ? 1 : 0
  repository = aws_ecr_repository.app.name
  policy     = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "sinceImagePushed", countUnit = "days", countNumber = 30 }, action = { type = "expire" } }] })
}

resource "aws_ecr_lifecycle_policy" "by_count" {
  count      = var.by_age ? 0 : 1
  repository = aws_ecr_repository.app.name
  policy     = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 30 }, action = { type = "expire" } }] })
}
