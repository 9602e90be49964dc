resource "aws_ecr_repository" "app" {
  name = "team/imported"
}
resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy     = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 9 }, action = { type = "expire" } }] })
}
import {
  to = aws_ecr_repository.app
  id = "team/imported"
}
import {
  to = aws_ecr_lifecycle_policy.app
  id = "team/imported"
}
